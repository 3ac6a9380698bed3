import type { Schema } from '@/shared/api/types';

export type RequestSummary = Schema<'RequestSummary'>;
export type RequestDetails = Schema<'RequestDetails'>;
export type RequestState = Schema<'RequestState'>;
export type RequestAction = Schema<'RequestAction'>;
export type RequestAssignment = Schema<'RequestAssignmentView'>;
export type AssignmentDecision = Schema<'AssignmentDecision'>;
export type AssignmentEnd = Schema<'AssignmentEnd'>;
export type PathLayer = Schema<'RequestPathLayer'>;
export type Message = Schema<'RequestMessageView'>;
export type Priority = Schema<'Priority'>;
export type ListView = Schema<'RequestListView'>;
export type Team = Schema<'TeamView'>;
export type Layer = Schema<'TeamLayer'>;
export type Candidate = Schema<'TeamCandidate'>;
export type OrgUnit = Schema<'OrgUnitView'>;
export type Customer = Schema<'CustomerView'>;
