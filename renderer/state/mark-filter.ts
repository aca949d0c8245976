import type { MarkQuery } from '../../core/search/filter-marks.ts';

/** What the marks pane shows. */
export interface MarkFilter extends MarkQuery {
  /** This text, or every text of the library. */
  readonly scope: 'document' | 'library';
}

export const noFilter: MarkFilter = {
  tag: null,
  colour: null,
  text: '',
  hasNote: false,
  scope: 'document',
};
