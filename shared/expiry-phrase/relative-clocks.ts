import { hourOf, inPart } from './clock-values.ts';
import { alt, keyword, memo, means, opt, sense, seq, type Parser } from './parser.ts';
import type { Clock, WallTime } from './reading.ts';
import { dayPart, integer, minuteUnit, numberWord, one, ordinalInWords } from './terminals.ts';

/** A time on a clock of twelve that is told from an hour nearby. */
const after = (hour: number, minute: number): WallTime | null =>
  hour >= 1 && hour <= 12 && minute > 0 && minute < 60 ? { hour, minute } : null;
const before = (hour: number, minutes: number): WallTime | null => after(hour === 1 ? 12 : hour - 1, 60 - minutes);

const hour = alt(integer, numberWord, one);
const minutes = alt(integer, numberWord);
const quarter = means([opt(sense((each) => (each.type === 'article' ? true : null))), keyword('quarter')], 15);
const minutesOrQuarter = alt(
  seq([minutes, opt(minuteUnit)], (value) => value),
  quarter,
);

const told: Parser<WallTime> = memo(
  alt<WallTime>(
    // "half past five", "quarter past 5", "ten past five"
    seq([keyword('half'), keyword('past'), hour], (_, __, each) => after(each, 30)),
    seq([minutesOrQuarter, keyword('past'), hour], (value, _, each) => after(each, value)),
    // "quarter to six", "ten minutes to six"; "5 to 6" is as likely from five to six.
    seq([quarter, keyword('to'), hour], (value, _, each) => before(each, value)),
    seq([minutes, minuteUnit, keyword('to'), hour], (value, _, __, each) => before(each, value)),
    seq([numberWord, keyword('to'), hour], (value, _, each) => (value % 5 === 0 ? before(each, value) : null)),
    // "полшестого", "пол-одиннадцатого", "половина шестого", "четверть шестого", "двадцать минут шестого"
    sense((each) => (each.type === 'halfTo' ? before(each.hour, 30) : null)),
    seq([keyword('half', 'halfOf'), ordinalInWords], (_, each) => before(each, 30)),
    seq([keyword('quarter'), ordinalInWords], (_, each) => before(each, 45)),
    seq([minutes, minuteUnit, ordinalInWords], (value, _, each) => before(each, 60 - value)),
    // "без пяти шесть", "без четверти час"
    seq([keyword('without'), minutesOrQuarter, hour], (_, value, each) => before(each, value)),
  ),
);

/** "Half past five", "полшестого": in the morning or in the afternoon, unless it is said. */
export const relativeClock: Parser<Clock> = alt<Clock>(
  seq([told], (each) => hourOf(each.hour, false, each.minute)),
  seq([told], (each) => hourOf(each.hour, true, each.minute)),
  seq([told, opt(keyword('in', 'at')), dayPart], (each, _, part) => inPart(each.hour, each.minute, part)),
);
