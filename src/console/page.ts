import type { Request } from 'restify';
import type { Day } from '../core/day.ts';
import type { Params } from '../voice/speaker.ts';
import type { NewAuditEntry } from '../ports/audit.ts';
import type { Role, SignedIn } from '../ports/staff.ts';
import type { Html } from '../web/html.ts';

/**
 * One page of the staff room: where it stands, who may see it, what it shows and what its forms do. A further page is one
 * such module and one line in `pages.ts`; who may, the token of its forms, the frame around it and the audit log are the
 * room's.
 */
export type Page = {
  /** As the router reads it: `/staff/conversations/:id`. */
  readonly path: string;
  /** The least role that may see it and use its forms. */
  readonly role: Role;
  /** The phrase that names it in the menu; without it the page is reached from another. */
  readonly menu?: string;
  /** The bytes that a form of it may have; 64 kB without it. */
  readonly formBytes?: number;
  readonly show?: (asked: Asked) => Promise<Outcome>;
  /** Every form that was acted on is in the audit log: by `asked.audit`, else by the page's path alone. */
  readonly act?: (asked: Asked) => Promise<Outcome>;
};

/** The few pages for those who are signed out. Their forms are guarded like all others. */
export type OpenPage = Omit<Page, 'role' | 'menu' | 'show' | 'act'> & {
  readonly role: 'anyone';
  readonly show?: (visit: Visit) => Promise<Outcome>;
  readonly act?: (visit: Visit) => Promise<Outcome>;
};

/** Who asks for what, in which language. */
export type Visit = {
  readonly req: Request;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** With `act`: what the form sent; else empty. */
  readonly form: URLSearchParams;
  readonly person: SignedIn | null;
  readonly language: string;
  /** How the language writes days and times, BCP 47. */
  readonly culture: string;
  /** A phrase: of the namespace `staff`, or of another when the key names it (`curation:title`). */
  readonly t: (key: string, params?: Params) => string;
  /** What `form()` puts into each form. */
  readonly csrf: string;
  readonly now: Date;
  readonly today: Day;
  /** Scheme and host under which the person reached us. */
  readonly origin: string;
  /** What links to us begin with; null where nobody told us how the outside reaches us. */
  readonly links: string | null;
  /** The person's network address. */
  readonly address: string;
  readonly audit: (what: string, about?: NewAuditEntry['about']) => Promise<void>;
};

/** A visit by somebody signed in. */
export type Asked = Visit & { readonly person: SignedIn };

export type Outcome =
  | {
      readonly kind: 'page';
      readonly title: string;
      readonly main: Html;
      readonly status?: number;
      /** A page of lists and tables takes the window's width. */
      readonly wide?: boolean;
    }
  /** After a form: where to go on, and the phrase to say there. */
  | {
      readonly kind: 'go';
      readonly to: string;
      readonly notice?: string;
      /** `name=value; attributes`, as Set-Cookie takes it. */
      readonly cookies?: readonly string[];
    }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly body: string | AsyncIterable<string>;
    }
  | { readonly kind: 'json'; readonly value: unknown }
  /** Server-sent events, until they end or nobody listens any more. */
  | { readonly kind: 'events'; readonly body: AsyncIterable<string> }
  | { readonly kind: 'missing' };
