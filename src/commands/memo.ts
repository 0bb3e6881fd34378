/** A function that makes each value once, and keeps those that it made. */
export function memo<Value>(
  make: (key: string) => Promise<Value>,
  made = new Map<string, Promise<Value>>(),
): (key: string) => Promise<Value> {
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
