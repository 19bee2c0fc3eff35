/**
 * Codes that prove an address before anything is mailed to it. What was asked for is counted over restarts and processes;
 * addresses, networks and codes are kept as keyed hashes, for a day.
 */
export type MailCodes = {
  /** Notes a code that is to go out, unless too many did; the seconds to wait then, else 0. */
  issue(code: IssuedCode, limits: MailCodeLimits): Promise<number>;
  /**
   * Whether this is the code that was mailed last to the address from this conversation. Each asking is a try; after a few,
   * or a quarter of an hour, or once it was right, it is no code any more.
   */
  redeem(code: Omit<IssuedCode, 'network' | 'id'>): Promise<boolean>;
};

/** How long a code is good. */
export const mailCodeMinutes = 15;

export type IssuedCode = {
  readonly id: string;
  readonly conversation: string;
  readonly address: string;
  /** Where the request came from. */
  readonly network: string;
  readonly code: string;
  /** ISO 8601. */
  readonly at: string;
};

/** How many codes go out: in an hour altogether, in an hour for one network address, in a day to one recipient. */
export type MailCodeLimits = {
  readonly perHour: number;
  readonly perNetwork: number;
  readonly perRecipient: number;
};
