/** What a commit of the past carried, counted as the scan counts now. */
export interface TrendPoint {
  /** Full hash. */
  readonly commit: string;
  /** ISO date. */
  readonly date: string;
  readonly oneOffs: number;
  /** Lines that existed because of them. */
  readonly lines: number;
  /** One-offs by id of the customer; those of several count for each. */
  readonly byCustomer: Readonly<Record<string, number>>;
}
