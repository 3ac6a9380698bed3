import type { components, paths } from './schema';

/** A schema of the OpenAPI document by its name. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** What somebody may do, as the permission table of the server names it. */
export type Permission = Schema<'Permission'>;

/** What the audit trail tells of. */
export type AuditAction = Schema<'AuditAction'>;

/** A type of record, as the audit trail and live updates name it. */
export type RecordType = Schema<'RecordType'>;

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Json<Answer> = Answer extends { content: { 'application/json': infer Body } } ? Body : never;

/** The JSON body that an operation answers with: `Answer<'/api/session', 'get'>`. */
export type Answer<Path extends keyof paths, M extends Method & keyof paths[Path]> = paths[Path][M] extends {
  responses: infer Responses;
}
  ? Json<Responses[keyof Responses & (200 | 201 | 202)]>
  : never;

/** The JSON body that an operation expects: `Body<'/api/users', 'post'>`. */
export type Body<Path extends keyof paths, M extends Method & keyof paths[Path]> = paths[Path][M] extends {
  requestBody?: infer Request;
}
  ? Json<NonNullable<Request>>
  : never;

/** One page of a list that is paged by key: `next` goes into `?after=`, nothing follows when it is missing. */
export interface Page<T> {
  items: T[];
  next?: string | null;
}
