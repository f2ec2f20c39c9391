// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../language/text.ts';

type Status = 'unknown' | 'ready' | 'notReady';

/** Whether the device would answer now, as it says itself, with a link to what it says. */
export function DeviceStatus() {
  const { t } = useText();
  const status = useReadiness();
  const words = { unknown: t('page.health'), ready: t('page.ready'), notReady: t('page.notReady') };
  return (
    <a class={`device-status ${status}`} href="/health/ready">
      <span class="dot" aria-hidden="true" />
      {words[status]}
    </a>
  );
}

function useReadiness(): Status {
  const [status, setStatus] = useState<Status>('unknown');
  useEffect(() => {
    const stopping = new AbortController();
    fetch('/health/ready', { signal: stopping.signal, credentials: 'omit' }).then(
      (response) => setStatus(response.ok ? 'ready' : 'notReady'),
      () => stopping.signal.aborted || setStatus('notReady'),
    );
    return () => stopping.abort();
  }, []);
  return status;
}
