export interface PanelOptions {
  /** Answers a call of the sidebar; a rejected promise reaches its failure handler. */
  readonly call: (method: string, argument: string) => Promise<unknown>;
  readonly closeLabel: string;
}

/** The add-on's sidebar beside the grid, in a frame of its own that can reach nothing but this page. */
export function openPanel(parent: HTMLElement, { call, closeLabel }: PanelOptions): { show(): void; restart(): void } {
  const aside = document.createElement('aside');
  aside.id = 'panel';
  const frame = document.createElement('iframe');
  const close = document.createElement('button');
  close.textContent = '×';
  close.title = closeLabel;
  close.setAttribute('aria-label', closeLabel);
  close.addEventListener('click', hide);
  frame.title = 'SMM Audit';
  // What Google's frame grants, but for `allow-same-origin`: Google's frame has an origin of its own, here it would be this page's.
  frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-modals allow-popups allow-downloads');
  const title = document.createElement('header');
  title.append('SMM Audit', close);
  aside.append(title, frame);

  addEventListener('message', ({ source, data }: MessageEvent) => {
    if (source !== frame.contentWindow) return;
    const { id, method, argument, closes } = data as { id?: number; method?: string; argument?: string; closes?: boolean };
    if (closes) return hide();
    if (typeof id !== 'number') return;
    const answer = (message: object) => frame.contentWindow?.postMessage({ id, ...message }, '*');
    call(String(method), String(argument)).then(
      (result) => answer({ result }),
      (problem: unknown) => answer({ problem: problem instanceof Error ? problem.message : String(problem) }),
    );
  });

  function hide(): void {
    aside.remove();
    dispatchEvent(new Event('resize'));
  }
  return {
    restart: () => {
      if (aside.isConnected) frame.src = '/sidebar';
    },
    show: () => {
      // Opened anew it starts anew, as in Google Sheets.
      frame.src = '/sidebar';
      parent.append(aside);
      dispatchEvent(new Event('resize'));
    },
  };
}
