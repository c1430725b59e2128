import { AngularAppEngine } from '@angular/ssr';

const engine = new AngularAppEngine();

/** Renders a page; null where there is none at this address. */
export const reqHandler = (request: Request): Promise<Response | null> => engine.handle(request);
