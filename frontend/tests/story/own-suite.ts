import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect } from '@playwright/test';

const JAR = process.env.EXOSCOUT_JAR ?? fileURLToPath(new URL('../../../embedded-suite/target/embedded-suite-exec.jar', import.meta.url));

const DATA = process.env.EXOSCOUT_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));

/** The archive's table of Kepler's objects, whose training takes a while. */
export const KOI = `${DATA}/kepler-koi-cumulative-2025-10-04.csv`;

/** Why a suite of its own can not be started here, or has nothing to learn from, if so. */
export const MISSING = !existsSync(JAR)
  ? `there is no ${JAR}, see make build, or name one in EXOSCOUT_JAR`
  : !existsSync(KOI)
    ? `there is no ${KOI}, name its folder in EXOSCOUT_DATA`
    : undefined;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** A suite with a home and a port of its own, that may be killed and started again. */
export class OwnSuite {
  private process: ChildProcess | undefined;

  private constructor(
    private readonly home: string,
    private readonly port: number,
  ) {}

  static async empty(): Promise<OwnSuite> {
    return new OwnSuite(await mkdtemp(join(tmpdir(), 'exoscout-story-')), await freePort());
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** Starts it and waits until it answers. */
  async start() {
    const started = spawn('java', ['-jar', JAR], { stdio: 'ignore', env: { ...process.env, EXOSCOUT_HOME: this.home, SERVER_PORT: String(this.port) } });
    this.process = started;
    await expect
      .poll(
        () => {
          expect(started.exitCode, 'the suite ended').toBeNull();
          return fetch(`${this.url}/health`).then(
            (answer) => answer.ok,
            () => false,
          );
        },
        { timeout: 120_000, intervals: [100] },
      )
      .toBe(true);
  }

  /** As if the power were cut: it can not finish anything. */
  async kill() {
    const killed = this.process;
    if (!killed || killed.exitCode !== null || killed.signalCode !== null) return;
    const gone = new Promise((exited) => killed.once('exit', exited));
    killed.kill('SIGKILL');
    await gone;
  }

  async remove() {
    await this.kill();
    await rm(this.home, { recursive: true, force: true });
  }
}
