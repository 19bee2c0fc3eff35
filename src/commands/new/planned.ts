/** A file of a new piece. Some may stand already: what is there stays as it is. */
export type Planned = {
  readonly path: string;
  readonly text: string;
  readonly how: 'new' | 'unless-there' | 'add-keys';
};
