import { join } from 'node:path';
import { Linter } from 'eslint';
import typescript from 'typescript-eslint';
import { PROJECT } from '../setup/project.mjs';
import { roomsRule } from './rooms-rule.mjs';

/** What the rule says of one line in a file of `src`, by the kind of its fault. */
function faults(file, code) {
  const messages = new Linter({ cwd: PROJECT }).verify(
    code,
    {
      files: ['**/*.ts'],
      languageOptions: { parser: typescript.parser },
      plugins: { house: { rules: { rooms: roomsRule } } },
      rules: { 'house/rooms': 'error' },
    },
    join(PROJECT, 'src', file),
  );
  return messages.map(({ messageId, message }) => messageId ?? message);
}

describe('the walls between the rooms', () => {
  const allowed = [
    ['protocol/encode.ts', "import { success } from './result.ts';"],
    ['protocol/encode.spec.ts', "import * as fc from 'fast-check';"],
    ['protocol/document.node.spec.ts', "import { readFileSync } from 'node:fs';"],
    ['services/websocket.ts', "import { encode } from '../protocol/index.ts';"],
    ['services/websocket.ts', "import { webSocket } from 'rxjs/webSocket';"],
    ['services/testing/fake.ts', "import { TestBed } from '@angular/core/testing';"],
    ['app/chat/log/log.ts', "import { WebSocketService } from '../../../services/index.ts';"],
    ['app/chat/log/log.ts', "import { MatButton } from '@angular/material/button';"],
    ['app/chat/log/log.spec.ts', "import { FakeNetwork } from '../../../services/testing/fake-network.ts';"],
    ['server/main.ts', "import { createServer } from 'node:http';"],
    ['server/engines/storyboard/draw.ts', "import type { Job } from '../../ports/index.ts';"],
    ['main.ts', "import { App } from './app/app.ts';"],
  ];

  for (const [file, code] of allowed) {
    it(`let ${file} have ${code}`, () => {
      expect(faults(file, code)).toEqual([]);
    });
  }

  const forbidden = [
    ['protocol/encode.ts', "import { v4 } from 'uuid';", 'package'],
    ['protocol/encode.ts', "import { readFileSync } from 'node:fs';", 'package'],
    ['protocol/encode.ts', "import { x } from '../services/index.ts';", 'room'],
    ['services/websocket.ts', "import { x } from '../server/index.ts';", 'room'],
    ['services/websocket.ts', "import { x } from '../app/app.ts';", 'room'],
    ['services/websocket.ts', "import { x } from '../protocol/encode.ts';", 'door'],
    ['services/websocket.ts', "import { MatButton } from '@angular/material/button';", 'package'],
    ['services/websocket.ts', "import { x } from 'node:fs';", 'package'],
    ['services/websocket.ts', "import { x } from '../protocol/testing/message-arbitraries.ts';", 'door'],
    ['app/chat/log/log.ts', "import { encode } from '../../../protocol/index.ts';", 'room'],
    ['app/chat/log/log.ts', "import type { encode } from '../../../protocol/index.ts';", 'room'],
    ['app/chat/log/log.spec.ts', "import { x } from '../../../server/index.ts';", 'room'],
    ['app/chat/log/log.ts', "import { x } from '../../../services/websocket.ts';", 'door'],
    ['app/chat/log/log.ts', "export * from '../../../server/index.ts';", 'room'],
    ['app/chat/log/log.ts', "export { x } from '../../../server/index.ts';", 'room'],
    ['app/chat/log/log.ts', "const x = import('../../../server/index.ts');", 'room'],
    ['app/chat/log/log.ts', "type X = import('../../../server/index.ts').X;", 'room'],
    ['server/session.ts', "import { x } from '../services/index.ts';", 'room'],
    ['server/session.ts', "import { x } from 'rxjs';", 'package'],
    ['server/session.ts', "import x from '../../package.json';", 'outside'],
    ['server/session.ts', "import { x } from '../main.ts';", 'outside'],
  ];

  for (const [file, code, fault] of forbidden) {
    it(`keep ${file} from ${code}`, () => {
      expect(faults(file, code)).toEqual([fault]);
    });
  }
});
