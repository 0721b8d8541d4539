/** The dialog's own rules: full screen where there is no room, at most 640 px wide where there is. */
export const preferencesRules =
  ':host>dialog{inset:0;width:100%;max-width:640px;height:fit-content;max-height:calc(100% - 48px);' +
  'margin:auto;padding:0;overscroll-behavior:contain}' +
  ':host>[open]{display:flex;flex-direction:column}' +
  'dialog::backdrop{background:#0f1115a6}' +
  '@media(prefers-reduced-motion:no-preference){:host>[open]{animation:r .16s}}' +
  '@keyframes r{0%{opacity:0;translate:0 8px}}' +
  '.top,.end{padding:0 24px;flex:none}' +
  '.top{display:flex;align-items:center;justify-content:space-between;padding-block:12px;' +
  'border-bottom:1px solid var(--line)}' +
  'h2:focus{outline:0}' +
  '.close{position:relative;flex:none;width:46px;height:46px;margin-inline-end:-15px;border-radius:50%}' +
  '.close::before,.close::after{content:"";position:absolute;inset:22px 15px;border-top:2px solid;rotate:45deg}' +
  '.close::after{rotate:-45deg}' +
  '.body{flex:1;overflow:auto;overscroll-behavior:contain;padding:16px 24px}' +
  '.end{padding-block:16px env(safe-area-inset-bottom);border-top:1px solid var(--line)}' +
  '.end>:only-child{margin-bottom:16px}' +
  'small{display:block}' +
  'small>*{margin-inline-start:8px}' +
  '.signal{display:flex;gap:12px;margin-top:16px;padding:12px 16px;color:var(--text);background:var(--soft);' +
  'border-radius:calc(var(--r)*.7)}' +
  '.signal::before{content:"";flex:none;width:8px;height:8px;margin-top:.45em;border:4px solid var(--on);border-radius:50%}' +
  // The native list and field, in the dialog's own colours.
  'select,[type=search]{min-height:46px;padding:0 12px;color:var(--text);background:var(--soft);font:inherit;' +
  'border:1px solid var(--off);border-radius:calc(var(--r)*.7)}' +
  'select{max-width:40%;margin-inline-start:auto}' +
  '.body>section>[type=search]{width:100%;margin-top:16px}' +
  '.card{margin-top:12px;border:1px solid var(--line);border-radius:calc(var(--r)*.875)}' +
  '.row{display:grid;grid-template-columns:1fr auto;align-items:center;gap:0 8px;padding:12px 16px}' +
  'h3,h4{font-size:1em;font-weight:400}h3{font-weight:600;color:var(--text)}' +
  '.card p,dl,.fold span{font-size:.933em}' +
  'ul,ol{padding:0;list-style:none}' +
  'summary.row{display:block;font-weight:600;color:var(--text);cursor:pointer}' +
  'li{border-top:1px solid var(--line)}' +
  '.row.row:is(li){padding-block:4px}' +
  '.fold{width:100%;min-height:46px;padding:8px 0;text-align:start}' +
  '.fold strong{position:relative;display:inline-block;padding-inline-end:20px}' +
  '.fold strong::after{content:"";position:absolute;bottom:.5em;inset-inline-end:2px;width:8px;height:8px;' +
  'border:solid;border-width:0 2px 2px 0;rotate:45deg}' +
  '[aria-expanded=true] strong::after{bottom:.2em;rotate:225deg}' +
  '.fold span{display:block}' +
  '.state{display:flex;align-items:center;gap:8px;min-height:46px;font-size:.867em;white-space:nowrap}' +
  'label{cursor:pointer}' +
  '[role=switch]{appearance:none;position:relative;flex:none;width:46px;height:28px;border-radius:14px;background:var(--off);' +
  'cursor:inherit}' +
  '[role=switch]::before{content:"";position:absolute;inset-block:3px;inset-inline-start:3px;width:22px;border-radius:50%;' +
  'background:var(--surface)}' +
  '[role=switch]:checked{background:var(--on)}' +
  '[role=switch]:checked::before{inset-inline-start:21px}' +
  'dl{grid-column:1/-1;display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;padding:4px 0 12px}' +
  'dd{grid-column:2;margin:0;color:var(--text)}' +
  // As high as a finger, without moving the lines around it.
  'a{display:inline-block;margin-block:-12px;padding-block:12px;color:inherit;text-underline-offset:4px}' +
  ':host>[role=status]{inset:auto 0 24px;width:fit-content;max-width:calc(100% - 32px);margin:auto;padding:12px 20px;' +
  'color:var(--text)}' +
  // From the moment there is something to say; an empty one is only there to be listened to.
  ':host>[role=status]:not(:empty){animation:s 6s forwards}' +
  ':host>[role=status]:empty{opacity:0;pointer-events:none}' +
  '@keyframes s{90%{opacity:1}to{opacity:0;visibility:hidden}}' +
  // A checkbox as the system draws it keeps its state visible in forced colours.
  '@media(forced-colors:active){[role=switch]{appearance:auto}[role=switch]::before{display:none}}' +
  '@media(max-width:640px){:host>dialog{max-width:none;height:100%;height:100dvh;max-height:none;border:0;border-radius:0}' +
  '.top,.end,.body{padding-inline:max(16px,env(safe-area-inset-left)) max(16px,env(safe-area-inset-right))}' +
  '.top{padding-block:calc(4px + env(safe-area-inset-top)) 4px}' +
  'dl{display:block}dt{margin-top:8px}}' +
  // Header and footer would leave nothing in between. The scroll bar is then beside the header, and not over its button.
  '@media(max-height:480px){:host>[open]{display:block}.close{margin:0}}' +
  // In a place of the page: as wide as that, as high as it is.
  ':host([place]){display:block!important}' +
  ':host>section{position:static;box-shadow:none}' +
  '@media(min-width:641px){div{grid:auto/1fr 1fr 1fr}div>:last-child{grid-column:auto}}';
