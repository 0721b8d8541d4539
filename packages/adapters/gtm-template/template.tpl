___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Consentry",
  "categories": [
    "TAG_MANAGEMENT",
    "UTILITY"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": "Consentry"
  },
  "description": "Sets Google's consent defaults, loads Consentry from your own site, and tells Google each decision. Fire it on Consent Initialization - All Pages.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "scriptUrl",
    "displayName": "Address of your consentry.js",
    "simpleValueType": true,
    "alwaysInSummary": true,
    "valueHint": "https://www.example.com/consentry/consentry.js",
    "help": "The file that consentry build or consentry serve makes for your site. Leave it empty where a script tag in your pages loads Consentry already, which is the stronger way: from inside Tag Manager it withholds nothing that runs before it.",
    "valueValidators": [
      {
        "type": "REGEX",
        "args": [
          "^(https://.+)?$"
        ],
        "errorMessage": "An address that begins with https://, or nothing."
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "idsGroup",
    "displayName": "What grants each signal",
    "groupStyle": "ZIPPY_OPEN",
    "subParams": [
      {
        "type": "TEXT",
        "name": "id_ad_storage",
        "displayName": "ad_storage",
        "simpleValueType": true,
        "defaultValue": "marketing",
        "help": "Id of a purpose or vendor in consentry.json. Empty: the signal stays as its default says."
      },
      {
        "type": "TEXT",
        "name": "id_ad_user_data",
        "displayName": "ad_user_data",
        "simpleValueType": true,
        "defaultValue": "marketing",
        "help": "Id of a purpose or vendor in consentry.json. Empty: the signal stays as its default says."
      },
      {
        "type": "TEXT",
        "name": "id_ad_personalization",
        "displayName": "ad_personalization",
        "simpleValueType": true,
        "defaultValue": "marketing",
        "help": "Id of a purpose or vendor in consentry.json. Empty: the signal stays as its default says."
      },
      {
        "type": "TEXT",
        "name": "id_analytics_storage",
        "displayName": "analytics_storage",
        "simpleValueType": true,
        "defaultValue": "analytics",
        "help": "Id of a purpose or vendor in consentry.json. Empty: the signal stays as its default says."
      },
      {
        "type": "TEXT",
        "name": "id_functionality_storage",
        "displayName": "functionality_storage",
        "simpleValueType": true,
        "defaultValue": "functional",
        "help": "Id of a purpose or vendor in consentry.json. Empty: the signal stays as its default says."
      },
      {
        "type": "TEXT",
        "name": "id_personalization_storage",
        "displayName": "personalization_storage",
        "simpleValueType": true,
        "defaultValue": "functional",
        "help": "Id of a purpose or vendor in consentry.json. Empty: the signal stays as its default says."
      },
      {
        "type": "TEXT",
        "name": "id_security_storage",
        "displayName": "security_storage",
        "simpleValueType": true,
        "help": "Id of a purpose or vendor in consentry.json. Empty: the signal stays as its default says."
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "defaultsGroup",
    "displayName": "Defaults until the visitor has decided",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "SELECT",
        "name": "default_ad_storage",
        "displayName": "ad_storage",
        "macrosInSelect": false,
        "simpleValueType": true,
        "selectItems": [
          {
            "value": "denied",
            "displayValue": "denied"
          },
          {
            "value": "granted",
            "displayValue": "granted"
          }
        ],
        "defaultValue": "denied"
      },
      {
        "type": "SELECT",
        "name": "default_ad_user_data",
        "displayName": "ad_user_data",
        "macrosInSelect": false,
        "simpleValueType": true,
        "selectItems": [
          {
            "value": "denied",
            "displayValue": "denied"
          },
          {
            "value": "granted",
            "displayValue": "granted"
          }
        ],
        "defaultValue": "denied"
      },
      {
        "type": "SELECT",
        "name": "default_ad_personalization",
        "displayName": "ad_personalization",
        "macrosInSelect": false,
        "simpleValueType": true,
        "selectItems": [
          {
            "value": "denied",
            "displayValue": "denied"
          },
          {
            "value": "granted",
            "displayValue": "granted"
          }
        ],
        "defaultValue": "denied"
      },
      {
        "type": "SELECT",
        "name": "default_analytics_storage",
        "displayName": "analytics_storage",
        "macrosInSelect": false,
        "simpleValueType": true,
        "selectItems": [
          {
            "value": "denied",
            "displayValue": "denied"
          },
          {
            "value": "granted",
            "displayValue": "granted"
          }
        ],
        "defaultValue": "denied"
      },
      {
        "type": "SELECT",
        "name": "default_functionality_storage",
        "displayName": "functionality_storage",
        "macrosInSelect": false,
        "simpleValueType": true,
        "selectItems": [
          {
            "value": "denied",
            "displayValue": "denied"
          },
          {
            "value": "granted",
            "displayValue": "granted"
          }
        ],
        "defaultValue": "denied"
      },
      {
        "type": "SELECT",
        "name": "default_personalization_storage",
        "displayName": "personalization_storage",
        "macrosInSelect": false,
        "simpleValueType": true,
        "selectItems": [
          {
            "value": "denied",
            "displayValue": "denied"
          },
          {
            "value": "granted",
            "displayValue": "granted"
          }
        ],
        "defaultValue": "denied"
      },
      {
        "type": "SELECT",
        "name": "default_security_storage",
        "displayName": "security_storage",
        "macrosInSelect": false,
        "simpleValueType": true,
        "selectItems": [
          {
            "value": "denied",
            "displayValue": "denied"
          },
          {
            "value": "granted",
            "displayValue": "granted"
          }
        ],
        "defaultValue": "granted"
      },
      {
        "type": "SIMPLE_TABLE",
        "name": "regions",
        "displayName": "Other defaults in some places",
        "newRowButtonText": "Add a place",
        "help": "Google lets the most specific place win.",
        "simpleTableColumns": [
          {
            "defaultValue": "",
            "displayName": "Countries or subdivisions, e.g. US, CA-QC (not EU or EEA)",
            "name": "codes",
            "type": "TEXT",
            "isUnique": true,
            "valueValidators": [
              {
                "type": "NON_EMPTY"
              }
            ]
          },
          {
            "defaultValue": "",
            "displayName": "Signals granted there, e.g. ad_storage, analytics_storage; all others are denied",
            "name": "granted",
            "type": "TEXT"
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "waitForUpdate",
        "displayName": "Wait for an answer",
        "valueUnit": "milliseconds",
        "simpleValueType": true,
        "defaultValue": "500",
        "help": "How long Google's tags wait for Consentry before they go by the defaults. 0: not at all.",
        "valueValidators": [
          {
            "type": "NON_NEGATIVE_NUMBER"
          }
        ]
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "moreGroup",
    "displayName": "More",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "CHECKBOX",
        "name": "adsDataRedaction",
        "checkboxText": "Take ad click ids out of what Google gets while ad_storage is denied",
        "simpleValueType": true,
        "defaultValue": false
      },
      {
        "type": "CHECKBOX",
        "name": "urlPassthrough",
        "checkboxText": "Let Google carry ad click and session ids in the addresses of links",
        "simpleValueType": true,
        "defaultValue": false
      },
      {
        "type": "TEXT",
        "name": "otherIds",
        "displayName": "Other purposes and vendors for triggers",
        "simpleValueType": true,
        "valueHint": "support, acme-chat",
        "help": "After each answer the data layer gets the event consentry_update; the variable consentry.<id> then says whether the id is allowed. The ids above are there anyway."
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

// Sandboxed JavaScript is ECMAScript 5.1 with const, let and little else, hence the look of it.
// https://developers.google.com/tag-platform/tag-manager/templates/sandboxed-javascript
const callInWindow = require('callInWindow');
const copyFromWindow = require('copyFromWindow');
const createQueue = require('createQueue');
const getType = require('getType');
const gtagSet = require('gtagSet');
const injectScript = require('injectScript');
const makeInteger = require('makeInteger');
const queryPermission = require('queryPermission');
const setDefaultConsentState = require('setDefaultConsentState');
const updateConsentState = require('updateConsentState');

const SIGNALS = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage'
];

const listOf = function(text) {
  return (text || '').split(',').map(function(part) {
    return part.trim();
  }).filter(function(part) {
    return part !== '';
  });
};

/* What Google assumes until the visitor has decided. */

const wait = makeInteger(data.waitForUpdate);
const setDefault = function(state) {
  if (wait > 0) state.wait_for_update = wait;
  setDefaultConsentState(state);
};
const idOf = {};
const ids = [];
const addId = function(id) {
  if (id !== '' && ids.indexOf(id) < 0) ids.push(id);
};
const first = {};
SIGNALS.forEach(function(signal) {
  first[signal] = data['default_' + signal] === 'granted' ? 'granted' : 'denied';
  idOf[signal] = (data['id_' + signal] || '').trim();
  addId(idOf[signal]);
});
listOf(data.otherIds).forEach(addId);

const copyOfFirst = function() {
  const state = {};
  SIGNALS.forEach(function(signal) {
    state[signal] = first[signal];
  });
  return state;
};
setDefault(copyOfFirst());
(data.regions || []).forEach(function(row) {
  const granted = listOf(row.granted);
  const state = copyOfFirst();
  SIGNALS.forEach(function(signal) {
    // What nobody decides on is the same everywhere. Every signal is named, so that none is left to a wider place.
    if (idOf[signal] !== '') state[signal] = granted.indexOf(signal) < 0 ? 'denied' : 'granted';
  });
  state.region = listOf(row.codes);
  if (state.region.length > 0) setDefault(state);
});
if (data.adsDataRedaction) gtagSet({ads_data_redaction: true});
if (data.urlPassthrough) gtagSet({url_passthrough: true});

/* What the visitor decides. */

const pushToLayer = createQueue('dataLayer');
let told = '';

// Neither is said again where nothing differs: Google counts each update as an answer.
const tell = function() {
  const allowed = {};
  let decided = false;
  ids.forEach(function(id) {
    const status = callInWindow('consentry.status', id);
    allowed[id] = callInWindow('consentry.isAllowed', id) === true;
    if (getType(status) === 'string' && status !== 'undecided') decided = true;
  });
  const state = {};
  SIGNALS.forEach(function(signal) {
    const id = idOf[signal];
    state[signal] = first[signal];
    if (id !== '') state[signal] = allowed[id] ? 'granted' : 'denied';
    if (state[signal] !== first[signal]) decided = true;
  });
  // The default is no answer: the first answer is told though it says the same.
  if (!decided) return;
  const text = ids.map(function(id) {
    return allowed[id] ? '1' : '0';
  }).join('');
  if (text === told) return;
  told = text;
  updateConsentState(state);
  pushToLayer({event: 'consentry_update', consentry: allowed});
};

const listen = function() {
  // A decision in this tab, and, in builds with "toldBy": "tag-manager", a change in any tab.
  callInWindow('consentry.on', 'decision', tell);
  callInWindow('consentry.on', 'change', tell);
  tell();
};

/* Consentry itself. Until it is here, and for ever if it does not come, the defaults hold. */

if (getType(copyFromWindow('consentry.version')) === 'string') {
  listen();
  data.gtmOnSuccess();
} else {
  createQueue('consentry')(listen);
  if (!data.scriptUrl) {
    data.gtmOnSuccess();
  } else if (queryPermission('inject_script', data.scriptUrl)) {
    injectScript(data.scriptUrl, data.gtmOnSuccess, data.gtmOnFailure, data.scriptUrl);
  } else {
    data.gtmOnFailure();
  }
}


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "access_consent",
        "versionId": "1"
      },
      "param": [
        {
          "key": "consentTypes",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_user_data"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_personalization"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "analytics_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "functionality_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "personalization_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "security_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_globals",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "consentry"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "consentry.version"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "consentry.status"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "consentry.isAllowed"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "consentry.on"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "dataLayer"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "inject_script",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urls",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "https://*/*"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "write_data_layer",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keyPatterns",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "ads_data_redaction"
              },
              {
                "type": 1,
                "string": "url_passthrough"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Everything asked is denied before anybody has decided, and nothing is told
  code: |-
    runCode(settings());
    assertApi('setDefaultConsentState').wasCalledWith(stateOf(['security_storage']));
    queued[0]();
    assertApi('updateConsentState').wasNotCalled();
    assertThat(pushed).isEmpty();
    assertApi('gtmOnSuccess').wasCalled();
- name: Google is told what the visitor allows, and the container by an event
  code: |-
    runCode(settings());
    queued[0]();
    statuses.analytics = 'granted';
    statuses.marketing = 'denied';
    hear('decision');
    assertApi('updateConsentState').wasCalledWith(stateOf(['analytics_storage', 'security_storage']));
    assertThat(pushed).isEqualTo([
      {event: 'consentry_update', consentry: {marketing: false, analytics: true, functional: false}}
    ]);
- name: A withdrawal is told in the same page, and nothing twice
  code: |-
    runCode(settings());
    queued[0]();
    statuses.analytics = 'granted';
    hear('decision');
    hear('change');
    assertThat(pushed).hasLength(1);
    statuses.analytics = 'withdrawn';
    hear('decision');
    assertThat(pushed).hasLength(2);
    assertApi('updateConsentState').wasCalledWith(stateOf(['security_storage']));
- name: What is decided in another tab is told too
  code: |-
    runCode(settings());
    queued[0]();
    statuses.marketing = 'granted';
    hear('change');
    assertApi('updateConsentState').wasCalledWith(
        stateOf(['ad_storage', 'ad_user_data', 'ad_personalization', 'security_storage']));
- name: The answer of a visitor who returns is told as soon as Consentry is here
  code: |-
    statuses.marketing = 'denied';
    page.version = '0.1.0';
    runCode(settings());
    assertApi('updateConsentState').wasCalledWith(stateOf(['security_storage']));
    assertApi('injectScript').wasNotCalled();
    assertApi('gtmOnSuccess').wasCalled();
- name: "Places, waiting and Google's own settings are said with the defaults"
  code: |-
    const all = settings();
    all.waitForUpdate = '500';
    all.regions = [{codes: 'US, CA-QC', granted: 'ad_storage'}];
    all.adsDataRedaction = true;
    all.urlPassthrough = true;
    runCode(all);
    const somewhere = stateOf(['security_storage']);
    somewhere.wait_for_update = 500;
    assertApi('setDefaultConsentState').wasCalledWith(somewhere);
    const there = stateOf(['ad_storage', 'security_storage']);
    there.region = ['US', 'CA-QC'];
    there.wait_for_update = 500;
    assertApi('setDefaultConsentState').wasCalledWith(there);
    assertApi('gtagSet').wasCalledWith({ads_data_redaction: true});
    assertApi('gtagSet').wasCalledWith({url_passthrough: true});
- name: What nobody asked for is not set
  code: |-
    runCode(settings());
    assertApi('gtagSet').wasNotCalled();
- name: Without an address nothing is loaded
  code: |-
    const all = settings();
    all.scriptUrl = '';
    runCode(all);
    assertApi('injectScript').wasNotCalled();
    assertApi('gtmOnSuccess').wasCalled();
- name: A script that may not be loaded or does not arrive is a failure, and everything stays denied
  code: |-
    mock('injectScript', function(url, onSuccess, onFailure) {
      onFailure();
    });
    runCode(settings());
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
    assertApi('updateConsentState').wasNotCalled();
setup: |-
  const SIGNALS = ['ad_storage', 'ad_user_data', 'ad_personalization', 'analytics_storage',
    'functionality_storage', 'personalization_storage', 'security_storage'];
  const stateOf = function(granted) {
    const state = {};
    SIGNALS.forEach(function(signal) {
      state[signal] = granted.indexOf(signal) < 0 ? 'denied' : 'granted';
    });
    return state;
  };
  const settings = function() {
    return {
      scriptUrl: 'https://shop.example/consentry.js',
      id_ad_storage: 'marketing',
      id_ad_user_data: 'marketing',
      id_ad_personalization: 'marketing',
      id_analytics_storage: 'analytics',
      id_functionality_storage: 'functional',
      id_personalization_storage: 'functional',
      default_security_storage: 'granted',
      waitForUpdate: '0'
    };
  };
  const pushed = [];
  const queued = [];
  const listeners = {};
  const statuses = {};
  const page = {};
  mock('copyFromWindow', function() {
    return page.version;
  });
  mock('createQueue', function(name) {
    return function(value) {
      if (name === 'consentry') queued.push(value);
      else pushed.push(value);
    };
  });
  mock('callInWindow', function(name, id, listener) {
    if (name === 'consentry.on') listeners[id] = listener;
    if (name === 'consentry.status') return statuses[id] || 'undecided';
    if (name === 'consentry.isAllowed') return statuses[id] === 'granted';
  });
  mock('queryPermission', true);
  mock('injectScript', function(url, onSuccess) {
    onSuccess();
  });
  const hear = function(event) {
    listeners[event]();
  };


___NOTES___

Source: packages/adapters/gtm-template of the Consentry repository.
