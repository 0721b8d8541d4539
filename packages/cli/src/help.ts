/** What `consentry --help` prints. */
export const HELP = `consentry: consent and tracking, from one file, consentry.json (or .yaml)

  consentry init [PAGE.html|FOLDER|https://…]  write a first config, from a site's pages and a few answers
      -o consentry.json  --force               where to; over what is there
      --site shop  --languages ja,en           answers given beforehand
      --vendors google-analytics,brevo
      --yes                                    take what is offered, and ask nothing
      --json                                   what was found, as one JSON object
  consentry migrate SOURCE…                    write a config from another consent manager's: pages, its config, folders, addresses
      --from klaro                             or vanilla-cookieconsent, orejime, tarteaucitron, cookiebot, onetrust
      -o consentry.json  --force               where to; over what is there
      --site shop  --languages ja,en           instead of what the sources say
      --json                                   what was taken and what not, as one JSON object
  consentry check [consentry.json]             say what is wrong with a config, and what laws ask of its notice
      --strict                                 warnings about the notice fail too, unless acknowledged
      --ui                                     also measure its banner in a browser: is denying as easy as allowing?
      --css site.css                           a style sheet of the site, with --ui; repeatable
      --json                                   what was measured, as one JSON object
  consentry explain [consentry.json] ID        why a vendor or purpose is withheld or allowed for a visitor, rule by rule
      --place JP | US-CA                       where the visitor is; nowhere known, if it is left out
      --signal gpc                             what the browser sends
      --decision analytics=denied              what was decided: granted, denied, withdrawn, revoked; repeatable
      --decided-days-ago 30                    when
      --notice-version 2                       under which version of the notice
      --json                                   as one JSON object
  consentry build [consentry.json] -o DIR      write the site's script and what it loads
      --inline                                 also the banner as HTML, for the page's first paint
  consentry csp [consentry.json]               print the policy header that withholds every vendor
      --granted analytics,acme                 for a visitor who granted these
      --json                                   as one JSON object
  consentry notice [consentry.json] -o DIR     write the pages that tell of vendors and of personal information
      --format html                            or md, json
      --language ja  --only external           one language; one of privacy, external, cookies
      --check PUBLISHED                        compare with a folder, a file or an address instead
      --since OLD                              also what has changed since a config or record
      --json                                   what was written, or how they differ, as one JSON object
  consentry notice diff OLD NEW                what two configs tell otherwise, and whether to ask again
      --format html  --json                    as a section of a page, or one JSON object
  consentry notice record [consentry.json]     keep what visitors are told now; check compares with it
  consentry serve [consentry.json]             serve them, and keep receipts
      --port 4400  --host 127.0.0.1            where to listen
      --data .consentry                        database, signing key and tokens
      --store postgres://user@host/database    keep records there, with any number of servers
      --retain-days 1275                       delete records after so many days; 0 keeps them for ever
      --trust-proxy 1                          how many proxies of yours are before it
      --drain-seconds 5                        between being told to stop and letting nobody in
      --log-requests                           each request as a line of JSON, without anything about persons
      --country-header CF-IPCountry            header in which your edge says the visitor's country; for counts only
      --place-header CF-IPCountry              header in which your edge says the visitor's place; for rules by place
      --insights-minimum 10                    smaller numbers are not shown on the insights page
      --controller FILE.json                   who answers for the processing, as it stands in exports
      --origin https://example.com             the site's origin, as it stands in receipts
      --allow-origin https://www.example.com   another origin whose pages may send records; repeatable
  consentry deliveries                         what e-mail services have been told, what not, and why
      --data .consentry                        the folder of the server's data
      --connector brevo                        of one connector
      --retry                                  start again what is parked, dead or waiting
      --json                                   as one JSON object
  consentry verify FILE --keys KEYS            say whether a receipt, proof or checkpoint is genuine; reads files only
                                               KEYS: a copy of the site's /.well-known/consentry-keys.json
  consentry verify OLDER NEWER --keys KEYS     whether the log of one checkpoint began as that of another
      --proof PROOF.json                       answer of /.well-known/consentry-log/consistency?from=&to=
  consentry verify --log                       read a whole database, and name all that is wrong with it
      --data .consentry                        the folder of the server's data
      --keys KEYS                              instead of the keys in that folder
      --checkpoint FILE                        kept by somebody else; repeatable
      --json                                   as one JSON object
  consentry log witness SITE --file FILE       look at a site's log, see that it only grew, keep the checkpoint
      --keys KEYS                              instead of those that SITE published the first time
  consentry shown HASH|FILE -o PAGE.html       draw what a visitor was shown: the hash in a record, a receipt's file
      --data .consentry | --store postgres://… where it is kept
      --regime notice                          what was in force, where no record says it
  consentry store copy --to postgres://…       copy a store that nobody writes to into an empty one
      --data .consentry | --store postgres://… from where; --to also takes a folder
  consentry token create --role reader         a token for people who may look (reader) or also change (admin)
      --label TEXT  --days 90                  whose it is, and until when
  consentry token list | rotate ID | revoke ID [--hours 24]
  consentry insights recount                   compare the counts of the insights page with the records
      --repair                                 write anew what differs
      --data .consentry | --store postgres://…
  consentry keys rotate --data .consentry      sign with a new key; the old one stays published

check, explain, build, csp, notice and serve also take
      --env staging                            lay consentry.staging.json (or .yaml) over the config

Exit codes: 0 fine, 1 something checked was wrong, 2 the command was called wrongly, 3 a fault of ours.
`;
