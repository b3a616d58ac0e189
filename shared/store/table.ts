/**
 * The one table, described once: CDK, the two engines and the contract suite read it.
 * Every item has `entity` (what it is) beside its key; items that the operator lists carry `list` and `listOrder`.
 */
export const tableDescription = {
  partitionKey: 'pk',
  sortKey: 'sk',
  versionAttribute: 'version',
  /** Seconds since 1970; deleted some time after, hidden at once. */
  expiryAttribute: 'expiresAt',
  indexes: {
    /** What the operator lists: clients, standings worst first, open alerts by due date, mail, quarantined deliveries. */
    lists: { partitionKey: 'list', sortKey: 'listOrder' },
  },
  /** When an item with this attribute set to true is inserted, its `event` is handed to `publish-outbox`. */
  stream: { attribute: 'announce' },
  limits: { itemBytes: 400 * 1024, changes: 100, commitBytes: 4 * 1024 * 1024, pageBytes: 1024 * 1024 },
} as const;
