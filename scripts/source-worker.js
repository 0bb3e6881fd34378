// A thread that runs the worker from its sources: their loader has to be registered in each thread anew.
import { register } from 'tsx/esm/api';

register();
export const { work } = await import(new URL('../src/audit/worker.ts', import.meta.url).href);
