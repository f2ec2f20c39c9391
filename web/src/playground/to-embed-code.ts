// SPDX-License-Identifier: Apache-2.0
import type { Wish } from './frame-wish.ts';

export type CodeKind = 'HTML' | 'React' | 'iframe' | 'iOS' | 'Android';

/** Where the app key goes that the host's backend makes for each page. */
const keyPlace = 'APP_KEY';

/** Code that shows the page with these wishes, for the place it is shown in. */
export function toEmbedCode(kind: CodeKind, server: string, said: Wish): string {
  return writers[kind]({ server, said });
}

interface Wanted {
  readonly server: string;
  readonly said: Wish;
}

const writers: Readonly<Record<CodeKind, (wanted: Wanted) => string>> = {
  HTML: ({ server, said }) => `<script type="module" src="${server}/embed/openderm.js"></script>

<openderm-frame
  company="${keyPlace}"${toAttributes(said)}
></openderm-frame>

<script type="module">
  const frame = document.querySelector('openderm-frame');
  frame.addEventListener('analysis_completed', ({ detail }) => {
    // Your backend asks for the report with this id.
    console.log(detail.id);
  });
</script>
`,
  React: ({ server, said }) => `import '${server}/embed/openderm.js'; // or a script element in your page

export function SkinPhotographs({ appKey, onReport }) {
  return (
    <openderm-frame
      company={appKey}${toAttributes(said, '      ')}
      onanalysis_completed={({ detail }) => onReport(detail.id)}
    />
  );
}
`,
  iframe: ({ server, said }) => `<iframe
  id="skin"
  title="Skin photographs"
  src="${toMarkup(toHref(server, said))}"
  allow="camera"
  sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"
  referrerpolicy="no-referrer"
></iframe>

<script type="module">
  const frame = document.querySelector('#skin');
  addEventListener('message', ({ source, origin, data }) => {
    // Any window may post to yours: only these two cannot be forged.
    if (source !== frame.contentWindow || origin !== '${server}') return;
    if (data.message === 'analysis_completed') console.log(data.id);
  });
</script>
`,
  iOS: ({ server, said }) => `// Info.plist: NSCameraUsageDescription, NSPhotoLibraryUsageDescription
let configuration = WKWebViewConfiguration()
configuration.allowsInlineMediaPlayback = true
configuration.userContentController.add(self, name: "bridge")
let webView = WKWebView(frame: .zero, configuration: configuration)
webView.load(URLRequest(url: URL(string: "${toHref(server, said)}")!))

func userContentController(_ controller: WKUserContentController, didReceive message: WKScriptMessage) {
  let origin = message.frameInfo.securityOrigin
  guard message.frameInfo.isMainFrame, origin.host == "${new URL(server).hostname}",
        let body = message.body as? [String: Any] else { return }
  if body["message"] as? String == "analysis_completed" { report(body["id"] as? String) }
}
`,
  Android: ({
    server,
    said,
  }) => `// AndroidManifest.xml: android.permission.INTERNET, android.permission.CAMERA
webView.settings.javaScriptEnabled = true
webView.settings.domStorageEnabled = true
WebViewCompat.addWebMessageListener(webView, "legitHealthJsObject", setOf("${server}")) { _, message, _, isMainFrame, _ ->
  val told = JSONObject(message.data ?: return@addWebMessageListener)
  if (isMainFrame && told.getString("message") == "analysis_completed") report(told.getString("id"))
}
webView.loadUrl("${toHref(server, said)}")
`,
};

function toHref(server: string, said: Wish): string {
  return `${server}/iframe?${new URLSearchParams({ company: keyPlace, ...said })}`;
}

function toAttributes(said: Wish, indent = '  '): string {
  return Object.entries(said)
    .map(([name, value]) => `\n${indent}${name}="${toMarkup(value)}"`)
    .join('');
}

function toMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
