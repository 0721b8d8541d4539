/** What becomes of a purpose at a service; what each service can do is in its own file. */
export interface CarriedPurpose {
  /** Left out for a webhook, which is told all. */
  readonly as?: 'newsletter' | 'tracking' | 'attribute' | 'tag' | 'field' | undefined;
  /** Brevo: id of the list of a newsletter. */
  readonly list?: number | undefined;
  /** Newsletter: it starts with a click in a confirmation mail. Brevo needs both members, MailBluster none. */
  readonly doubleOptIn?:
    | { readonly template?: number | undefined; readonly redirectUrl?: string | undefined }
    | undefined;
  /** Brevo: name of a boolean attribute. */
  readonly attribute?: string | undefined;
  /** MailBluster: merge tag of a field that gets `granted` or `denied`. */
  readonly field?: string | undefined;
  /** MailBluster: tag of whoever granted. */
  readonly grantedTag?: string | undefined;
  /** MailBluster: tag of whoever refused. */
  readonly deniedTag?: string | undefined;
}

/** One connector of a site's config. Holds no secret: only the names of variables that do. */
export interface ConnectorSettings {
  readonly service?: 'brevo' | 'mailbluster' | 'webhook' | undefined;
  /** Environment variable with the API key; for a webhook, with the secret that signs. */
  readonly keyFrom: string;
  /** Environment variable with the token that the service posts changes with. */
  readonly eventTokenFrom?: string | undefined;
  /** Where a webhook is posted; for a service, its API when it is not the usual one. */
  readonly url?: string | undefined;
  readonly purposes: Readonly<Record<string, CarriedPurpose>>;
}
