import type { AppError } from '../../../shared/errors.ts';
import type { PlanContext } from '../../../shared/plan.ts';
import type { Status } from '../../../shared/status.ts';
import type { NewNotice } from '../notices.ts';
import type { PachcaClient } from '../pachca/client.ts';
import type { Clock } from '../ports.ts';
import type { Schedule } from '../schedule.ts';
import type { StatusFacts } from './facts.ts';
import type { StatusMemory } from './memory.ts';

/** What the engine of one account needs. */
export interface StatusPorts {
  readonly clock: Clock;
  /** The account's own deadlines. */
  readonly schedule: Schedule;
  readonly client: PachcaClient;
  readonly facts: { get(): StatusFacts; update(patch: Partial<StatusFacts>): void };
  readonly memory: { load(): StatusMemory; save(memory: StatusMemory): void };
  /** Whether the token may read the status, as far as is known. */
  mayRead(): boolean;
  /** A call was refused with this error; the account decides what it means for the session. */
  refused(error: AppError): void;
  /** A moment of the computer's clock, on {@link StatusPorts.clock}. */
  onClock(at: number): number;
  notice(notice: NewNotice): void;
  /** A change failed for whose outcome nobody waits any more. */
  failedLater(error: AppError): void;
  /** The status ends soon: tell the person. */
  warn(status: Status): void;
  /** Minutes before the end at which to warn; null = not at all. */
  warnBefore(): number | null;
  /** What plans are resolved with now. */
  context(): PlanContext;
}
