import { Uploads } from '../uploads/uploads.ts';
import type { WebSocketFeature } from './feature.ts';

/** Reference images, to a gateway: inject `Uploads`. */
export function withUploads(): WebSocketFeature {
  return { kind: 'uploads', needsGateway: true, providers: [Uploads] };
}
