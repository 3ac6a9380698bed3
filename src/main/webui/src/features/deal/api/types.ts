import type { Answer } from '@/shared/api/types';

export type BoardData = Answer<'/api/boards/{workflowId}', 'get'>;
export type BoardColumnData = BoardData['columns'][number];
export type CardData = BoardColumnData['cards'][number];
export type Position = BoardData['positions'][string];
export type Offer = Position['moves'][number];
export type BoardEntry = Answer<'/api/boards', 'get'>[number];
export type Deal = Answer<'/api/deals/{id}', 'get'>;
export type DealLine = Answer<'/api/deals', 'get'>['items'][number];
export type Step = Deal['progress'][number];
export type Contact = Deal['contacts'][number];
export type Partner = NonNullable<Deal['partner']>;
export type Money = NonNullable<Deal['value']>;
export type Note = Answer<'/api/deals/{id}/notes', 'get'>[number];
export type DealFile = Answer<'/api/deals/{id}/files', 'get'>[number];
export type Share = Answer<'/api/deals/{id}/shares', 'get'>[number];
export type ActivityLine = Answer<'/api/deals/{id}/activity', 'get'>['items'][number];
export type MigrationPlan = Answer<'/api/deals/{id}/migration', 'get'>;
