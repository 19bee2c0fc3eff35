/**
 * What processes on one database tell one another: that something was written, that the knowledge was published. Heard in the
 * process that announces it as well. What is announced while a process is cut off from the database, it does not hear.
 */
export type Announcements = {
  announce(topic: Topic, about: string): Promise<void>;
  /** Calls `heard` with what it is about, until the returned function is called. */
  hear(topic: Topic, heard: (about: string) => void): () => void;
};

/** `written`: a conversation's id. `knowledge`: a change's id. `erased`: a conversation's id. */
export type Topic = 'written' | 'knowledge' | 'erased';
