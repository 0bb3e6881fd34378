/** A contract that cannot be read: it becomes a verdict of its own (`undetermined`) and the others go on. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/** A mistake of the user in a path, an option, a configuration or a rule file: one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
