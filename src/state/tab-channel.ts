/** What tabs of one browser tell each other about kept plans; what is in a plan they exchange themselves. */
export type TabMessage =
  | { readonly kind: 'kept'; readonly planId: string; readonly cityId: string }
  | { readonly kind: 'forgotten'; readonly planId: string };

export interface TabChannel {
  post(message: TabMessage): void;
  listen(listener: (message: TabMessage) => void): void;
}

/** A channel between the tabs of this browser; silent where the browser has none. */
export function createTabChannel(name: string): TabChannel {
  if (!('BroadcastChannel' in globalThis)) return { post: () => {}, listen: () => {} };
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => channel.addEventListener('message', ({ data }) => listener(data as TabMessage)),
  };
}
