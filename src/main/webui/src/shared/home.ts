import type { ComponentType } from 'react';
import type { Audience } from './session';

/** A feature's part of the start page: what waits for the user. Give it as a lazy component that brings its own `Section`. */
export interface HomePanel extends Audience {
  id: string;
  order: number;
  component: ComponentType;
}
