/** A key that seals the personal data of one owner, and the same key as it may be stored. */
interface FreshKey {
  readonly key: Uint8Array;
  readonly wrapped: string;
}

/** Wraps the keys that seal data. It never leaves its place: KMS in the cloud, a file of its own on one machine. */
export interface MasterKey {
  /** 32 random bytes for this owner. */
  generate(owner: string): Promise<FreshKey>;
  /** Throws `personal-data.locked` unless this master key wrapped it, for this owner. */
  unwrap(owner: string, wrapped: string): Promise<Uint8Array>;
}
