// The tables in PostgreSQL, as the steps that lead to them.

/**
 * One step from each version to the next. What has been released is never edited: add a step.
 * Texts that are compared have the collation C: bytes, as in SQLite, whatever the database speaks.
 */
export const STEPS = [
  // `number` is the order of storing. The id of a record begins with its month, so that the primary key holds over all
  // partitions; what has an odd clock goes into the default one.
  `CREATE SEQUENCE consentry_record_numbers;
  CREATE TABLE consentry_records (
    id uuid NOT NULL,
    number bigint NOT NULL DEFAULT nextval('consentry_record_numbers'),
    subject text COLLATE "C" NOT NULL,
    received_at text COLLATE "C" NOT NULL,
    text text NOT NULL,
    hash text NOT NULL,
    receipt text NOT NULL,
    salt bytea NOT NULL,
    commitment bytea NOT NULL,
    PRIMARY KEY (id)
  ) PARTITION BY RANGE (id);
  CREATE TABLE consentry_records_default PARTITION OF consentry_records DEFAULT;
  CREATE INDEX consentry_records_by_subject ON consentry_records (subject, number);
  CREATE INDEX consentry_records_by_number ON consentry_records (number);
  CREATE INDEX consentry_records_by_time ON consentry_records (received_at);

  CREATE TABLE consentry_log (
    position bigint PRIMARY KEY,
    entry uuid,
    commitment bytea NOT NULL,
    chain bytea NOT NULL
  );
  CREATE INDEX consentry_log_by_entry ON consentry_log (entry) WHERE entry IS NOT NULL;
  CREATE TABLE consentry_log_waiting (number bigserial PRIMARY KEY, entry uuid, commitment bytea NOT NULL);
  CREATE TABLE consentry_log_nodes (
    level integer NOT NULL,
    number bigint NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (level, number)
  );
  -- owner: the process that gives positions, until lease_until by the database's clock
  CREATE TABLE consentry_log_state (
    one integer PRIMARY KEY CHECK (one = 1),
    size bigint NOT NULL,
    hashes bytea NOT NULL,
    chain bytea NOT NULL,
    owner text NOT NULL,
    lease_until timestamptz NOT NULL
  );
  INSERT INTO consentry_log_state VALUES (1, 0, '', decode(repeat('00', 32), 'hex'), '', '-infinity');
  CREATE TABLE consentry_log_entries (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    text text NOT NULL,
    salt bytea NOT NULL,
    commitment bytea NOT NULL
  );
  CREATE TABLE consentry_log_keys (key_id text PRIMARY KEY, x text NOT NULL, since text COLLATE "C" NOT NULL);
  CREATE TABLE consentry_checkpoints (
    hour text COLLATE "C" PRIMARY KEY,
    size bigint NOT NULL,
    note text NOT NULL,
    at text NOT NULL
  );
  CREATE INDEX consentry_checkpoints_by_size ON consentry_checkpoints (size);

  CREATE TABLE consentry_shown (hash text PRIMARY KEY, text text NOT NULL);
  CREATE TABLE consentry_accounts (
    subject text COLLATE "C" PRIMARY KEY,
    account text COLLATE "C" NOT NULL,
    linked_at bigint NOT NULL
  );
  CREATE INDEX consentry_accounts_by_name ON consentry_accounts (account);
  CREATE TABLE consentry_legal_holds (
    subject text COLLATE "C" PRIMARY KEY,
    reason text NOT NULL,
    since text NOT NULL
  );
  CREATE TABLE consentry_tokens (
    id text COLLATE "C" PRIMARY KEY,
    role text NOT NULL,
    hash text NOT NULL UNIQUE,
    label text NOT NULL,
    created_at text COLLATE "C" NOT NULL,
    expires_at text COLLATE "C" NOT NULL,
    revoked_at text COLLATE "C" NOT NULL
  );

  CREATE TABLE consentry_deliveries (
    id bigserial PRIMARY KEY,
    connector text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    contact text NOT NULL,
    standings text NOT NULL DEFAULT '{}',
    erase integer NOT NULL DEFAULT 0,
    memory text NOT NULL DEFAULT '{}',
    version integer NOT NULL DEFAULT 0,
    state text NOT NULL,
    due bigint NOT NULL,
    lease text NOT NULL DEFAULT '',
    leased_until bigint NOT NULL DEFAULT 0,
    attempts integer NOT NULL DEFAULT 0,
    failing_since bigint NOT NULL DEFAULT 0,
    changed_at bigint NOT NULL,
    delivered_at bigint NOT NULL DEFAULT 0,
    reason text NOT NULL DEFAULT '',
    UNIQUE (connector, kind, contact)
  );
  CREATE INDEX consentry_deliveries_due ON consentry_deliveries (connector, due, id) WHERE state = 'pending';
  CREATE TABLE consentry_links (
    subject text COLLATE "C" NOT NULL,
    connector text COLLATE "C" NOT NULL,
    delivery bigint NOT NULL,
    linked_at bigint NOT NULL,
    number bigserial,
    PRIMARY KEY (subject, connector)
  );
  CREATE INDEX consentry_links_by_delivery ON consentry_links (delivery);
  CREATE TABLE consentry_holds (
    connector text COLLATE "C" PRIMARY KEY,
    kind text NOT NULL,
    since bigint NOT NULL,
    until bigint NOT NULL,
    reason text NOT NULL
  );`,
  // What was decided how often, by day and key. A count is spread over slots, so that commits do not wait for each
  // other; `erased` of `count` were of records that are gone.
  `CREATE TABLE consentry_insights (
    day text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    slot integer NOT NULL,
    count bigint NOT NULL DEFAULT 0,
    erased bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (day, key, slot)
  );`,
  // Hosts that pages met and no config accounts for. Of no visitor, and of no record.
  `CREATE TABLE IF NOT EXISTS consentry_drift (
    site text COLLATE "C" NOT NULL,
    host text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    count bigint NOT NULL,
    first_at text COLLATE "C" NOT NULL,
    last_at text COLLATE "C" NOT NULL,
    PRIMARY KEY (site, host, kind, day)
  );`,
  // Receipts are stored without their records from here on, which older software would hand out like that.
  'SELECT 1',
];
