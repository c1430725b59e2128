import type { FastifyInstance } from 'fastify';
import type { EngineRegistry } from '../../engines/index.ts';
import type { EngineProfile } from '../../protocol/index.ts';
import { atBasePath } from '../media/media-address.ts';

/** How long a browser need not ask again, in seconds: subjects change with releases only. */
const FRESH_SECONDS = 3_600;

/** What clients are told of each engine, with where all its subjects are. */
export function profilesWithSubjects(engines: EngineRegistry, basePath: string): readonly EngineProfile[] {
  return engines.profiles.map((profile) =>
    engines.find(profile.id)?.subjects === undefined
      ? profile
      : { ...profile, subjects: atBasePath(basePath, pathOf(profile.id)) },
  );
}

/** All the subjects that an engine knows, for whoever looks for one: they are no secret, so that any page may read them. */
export function addSubjectRoute(app: FastifyInstance, engines: EngineRegistry): void {
  const bodies = new Map<string, string>();
  app.get<{ Params: { id: string } }>(pathOf(':id'), (request, reply) => {
    const { id } = request.params;
    const subjects = engines.find(id)?.subjects;
    if (subjects === undefined)
      return reply.code(404).type('text/plain').send('No such engine, or none with subjects.\n');
    const body = bodies.get(id) ?? JSON.stringify(subjects());
    bodies.set(id, body);
    return reply
      .header('cache-control', `public, max-age=${FRESH_SECONDS}`)
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .type('application/json')
      .send(body);
  });
}

function pathOf(id: string): string {
  return `/api/engines/${id}/subjects`;
}
