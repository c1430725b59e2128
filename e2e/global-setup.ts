import { ensureBuilt } from '../tools/setup/build.mjs';

/** What is tested is what is there: the application is built again where it has changed since. */
export default async (): Promise<void> => {
  await ensureBuilt();
};
