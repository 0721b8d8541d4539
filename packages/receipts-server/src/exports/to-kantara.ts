import type { ExportSource } from './to-json.js';

/**
 * Consent receipts of the Kantara Initiative, version 1.1, one for each account. The format has no events and no
 * withdrawal: it says what is granted now. What it requires and nobody has said is the empty text.
 */
export function toKantara({ accounts, controller }: ExportSource): object[] {
  return accounts.map(({ subject, site, id, events, statuses, records }) => {
    const granted = Object.keys(statuses).filter((about) => statuses[about] === 'granted');
    const last = records.at(-1);
    return {
      version: 'KI-CR-v1.1.0',
      jurisdiction: controller?.jurisdiction ?? '',
      consentTimestamp: Math.floor(Date.parse(last?.record.givenAt ?? '') / 1000),
      collectionMethod: `${site}: ${events.at(-1)?.method ?? ''}`,
      consentReceiptID: id,
      publicKey: last?.receipt.keyId ?? '',
      ...(last?.record.notice.language ? { language: last.record.notice.language } : {}),
      piiPrincipalId: subject,
      piiControllers: [
        {
          piiController: controller?.name ?? '',
          onBehalf: false,
          contact: controller?.email ?? '',
          address: controller?.address ? { streetAddress: controller.address } : {},
          email: controller?.email ?? '',
          phone: controller?.phone ?? '',
          ...(controller?.url ? { piiControllerUrl: controller.url } : {}),
        },
      ],
      policyUrl: controller?.policyUrl ?? '',
      services: [
        {
          service: site,
          purposes: granted.map((about) => ({
            purpose: about,
            purposeCategory: [controller?.purposeTerms?.[about] ?? about],
            consentType: 'EXPLICIT',
            piiCategory: [],
            primaryPurpose: false,
            termination: controller?.withdrawalUrl ?? '',
            thirdPartyDisclosure: false,
          })),
        },
      ],
      sensitive: false,
      spiCat: [],
    };
  });
}
