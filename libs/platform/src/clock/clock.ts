import { Injectable } from '@nestjs/common';

/** The only source of the time of day, so that tests can set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The calendar day `YYYY-MM-DD` in Viet Nam at a moment. */
export const dayInVietnam = (at: Date): string => dayFormat.format(at);
