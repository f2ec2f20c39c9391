// SPDX-License-Identifier: Apache-2.0
import { fork } from 'node:child_process';

/** A process that answers one question after another. */
export interface HelperProcess<Question, Answer> {
  readonly pid: number;
  ask(question: Question): Promise<Answer>;
  stop(): void;
}

type Reply<Answer> = { readonly answer: Answer } | { readonly error: string };

/** Starts a module that calls `answerQuestions`; its first message says that it is ready. */
export async function startHelper<Question extends object, Answer>(
  module: URL,
  setup: object,
): Promise<HelperProcess<Question, Answer>> {
  const child = fork(module, [JSON.stringify(setup)], { serialization: 'advanced' });
  const next = () =>
    new Promise<Reply<Answer>>((resolve, reject) => {
      const onExit = (code: number | null) => reject(new Error(`${module.pathname} ended with ${code}`));
      child.once('exit', onExit);
      child.once('message', (reply: Reply<Answer>) => {
        child.off('exit', onExit);
        resolve(reply);
      });
    });
  await next();
  return {
    pid: child.pid ?? 0,
    async ask(question) {
      const reply = next();
      child.send(question);
      const said = await reply;
      if ('error' in said) throw new Error(said.error);
      return said.answer;
    },
    stop: () => void child.kill('SIGKILL'),
  };
}

/** The other end: what this process was set up with. */
export function readSetup<Setup>(): Setup {
  return JSON.parse(process.argv[2] ?? '{}') as Setup;
}

/** Says that this process is ready, then answers every question in turn; ends with its parent. */
export function answerQuestions<Question>(answer: (question: Question) => Promise<unknown>): void {
  process.on('disconnect', () => process.exit());
  process.on('message', (question: Question) => {
    answer(question).then(
      (said) => process.send?.({ answer: said }),
      (error: unknown) =>
        process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.send?.({ answer: 'ready' });
}
