/** Numbers from 0 to 1 that look like chance and are the same each time for one seed (G. Marsaglia, 2003: xorshift). */
export function chances(seed: number): () => number {
  let state = 2463534242 ^ (seed * 0x9e3779b9);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
