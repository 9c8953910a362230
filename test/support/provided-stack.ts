/** What the global setup of a run hands to its test files. */
export interface SharedStack {
  readonly backend: string;
  readonly kafkaBrokers: readonly string[];
  readonly registryUrl: string;
  readonly databaseUrl: string;
  /**
   * Answers `POST /kafka/kill` and the like: tests run in another process than the servers' owner.
   */
  readonly controlUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each file that may run at the same time. */
    readonly stacks: readonly SharedStack[];
  }
}

/** The database that a test database is a copy of: it has the migrations of schema `control`. */
export const TEMPLATE_DATABASE = 'template_workfront';

/** The same with the first store of objects and the views, which take seconds to make. */
export const STORE_TEMPLATE = 'template_store';
