export { enteredOn } from './entry.ts';
export { judge } from './findings.ts';
export { decide } from './verdict.ts';
