import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Schema } from '@/shared/api/types';

export type AssignmentGroup = Schema<'AssignmentGroupView'>;

export const assignmentGroupsQuery = queryOptions({
  queryKey: ['assignment-group'],
  queryFn: () => data(api.GET('/api/assignment-groups')),
  meta: { recordTypes: ['lead'] },
});

export function createAssignmentGroup(group: Schema<'NewAssignmentGroup'>) {
  return data(api.POST('/api/assignment-groups', { body: group }));
}

export function changeAssignmentGroup(id: string, group: Schema<'ChangedAssignmentGroup'>) {
  return data(api.PUT('/api/assignment-groups/{id}', { params: { path: { id } }, body: group }));
}
