import type { Standings } from '../deliveries/act.js';
import type { Contact } from '../deliveries/delivery-queue.js';

/** What a service can be told of one person. */
export interface Capabilities {
  /** Whether somebody gets newsletters. */
  readonly newsletter: boolean;
  /**
   * Whether the mails somebody gets watch for opens and clicks.
   *
   * - `per-person`: the service keeps a choice for each person
   * - `unsupported`: it watches everybody or nobody
   * - `receiver`: up to whoever receives the webhook
   */
  readonly openTracking: 'per-person' | 'unsupported' | 'receiver';
  /** Whether a newsletter can wait for a click in a confirmation mail. */
  readonly doubleOptIn: boolean;
  /** Whether it tells us what a person changed there. */
  readonly reportsBack: boolean;
}

/** What has to be told of one person. */
export interface Message {
  /** The same for every try of the same delivery, and for no other. */
  readonly id: string;
  readonly contact: Contact;
  readonly standings: Standings;
  /** The person is to be deleted there. */
  readonly erase: boolean;
  /** What the connector kept of this person the last time. */
  readonly memory: Readonly<Record<string, unknown>>;
}

/** It was told. */
export interface Told {
  /** What an operator should know, e.g. that somebody was left unsubscribed; empty for nothing. */
  readonly note: string;
  /** To be kept for the next time; for what the service does not tell. @default as before */
  readonly memory?: Readonly<Record<string, unknown>>;
}

/** A change that a person made at the service. */
export interface ReportedChange {
  readonly contact: Contact;
  readonly purpose: string;
  /** Milliseconds since 1970, by the service's clock. */
  readonly at: number;
}

/** One e-mail service, as one site uses it. */
export interface Connector {
  /** Its id in the config. */
  readonly id: string;
  readonly capabilities: Capabilities;
  /** The purposes it carries. */
  readonly purposes: readonly string[];
  /** The kinds of contact it knows people by. */
  readonly contactKinds: readonly Contact['kind'][];
  /**
   * Brings the service to where the person stands, whatever was delivered before: it may have been told
   * already, in part, or by somebody else. Rejects with a `DeliveryError` when it could not.
   */
  readonly deliver: (message: Message) => Promise<Told>;
  /** Lets the service post to us. */
  readonly eventToken?: string;
  /** The refusals in what the service posted; anything that is not one is left out. */
  readonly readEvents?: (body: unknown) => ReportedChange[];
}
