import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type EngineHealth = Answer<'/api/engine/health', 'get'>;
export type Stray = EngineHealth['strays'][number];

export function readEngineHealth() {
  return data(api.GET('/api/engine/health'));
}

export function endStray(instanceKey: string) {
  return data(api.DELETE('/api/engine/strays/{instanceKey}', { params: { path: { instanceKey } } }));
}
