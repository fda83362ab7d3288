import { openSession } from './open-session.js';
import type { Channel } from './session-protocol.js';
import { SessionServer } from './session-server.js';

/** Answers an editor's requests in this thread for as long as it lives. */
export function serveSessions(channel: Channel): void {
  const log = (line: string): void => {
    console.log(line);
  };
  new SessionServer(channel, ({ root, exclude, cacheFolder }) => openSession({ root, excludes: exclude, cacheFolder, log }));
}
