import { Column, Entity, PrimaryColumn } from 'typeorm';

export type NoticeKind = 'match' | 'moderation' | 'enquiry' | 'connection' | 'message' | 'savedSearch' | 'system';
export type Frequency = 'at-once' | 'daily' | 'weekly' | 'never';
export type NoticeParams = Record<string, string | number | null>;

/** A message in the app; its text is rendered from template and params in the reader's language. */
@Entity('notification')
export class Notification {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') kind: NoticeKind;
  /** Unique per account: the same event never makes two notices. */
  @Column('text') dedupeKey: string;
  @Column('text') template: string;
  @Column('jsonb') params: NoticeParams;
  @Column('uuid', { nullable: true }) requestId: string | null;
  @Column('uuid', { array: true }) matchIds: string[];
  @Column('uuid', { array: true }) offerIds: string[];
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
}

/** That a person was told of a match in a channel: the key makes it exactly once. */
@Entity('notified_match')
export class NotifiedMatch {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('uuid') matchId: string;
  @PrimaryColumn('text') channel: 'app' | 'mail';
  @Column('uuid') notificationId: string;
  @Column('timestamptz') at: Date;
}

export type DeliveryState = 'waiting' | 'claimed' | 'sent' | 'unknown' | 'failed' | 'skipped' | 'joined';

/** What one person is to be told by mail, claimed before it is sent; a digest joins what is due with it into one message. */
@Entity('delivery')
export class Delivery {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') notificationId: string;
  @Column('uuid') accountId: string;
  @Column('text') channel: 'mail';
  @Column('text') messageId: string;
  @Column('text') state: DeliveryState;
  @Column('text') frequency: Exclude<Frequency, 'never'>;
  /** The delivery whose message carries this one too. */
  @Column('uuid', { nullable: true }) joinedTo: string | null;
  @Column('timestamptz') dueAt: Date;
  @Column('timestamptz', { nullable: true }) claimedAt: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('int') attempts: number;
  @Column('text', { nullable: true }) error: string | null;
  @Column('uuid', { array: true }) matchIds: string[];
  @Column('uuid', { array: true }) offerIds: string[];
  @Column('timestamptz') createdAt: Date;
}

@Entity('notification_preference')
export class NotificationPreference {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('text') kind: NoticeKind;
  @PrimaryColumn('text') channel: 'app' | 'mail';
  @Column('text') frequency: Frequency;
}
