import type { FrameworkLevel } from '../../core/frameworks/framework.ts';
import { text } from '../../core/text.ts';

/** The kinds of payment business for which JR/T 0122 and JR/T 0123 have a chapter or a part of their own. */
export const paymentKinds = [
  {
    id: 'internet-payment',
    title: text('Internet payment', '互联网支付'),
    includes: ['internet-payment'],
  },
  {
    id: 'prepaid-card',
    title: text('Prepaid card issuing and acceptance', '预付卡发行与受理'),
    includes: ['prepaid-card'],
  },
  {
    id: 'card-acquiring',
    title: text('Bank card acquiring', '银行卡收单'),
    includes: ['card-acquiring'],
  },
  {
    id: 'fixed-telephone',
    title: text('Fixed telephone payment', '固定电话支付'),
    includes: ['fixed-telephone'],
  },
  {
    id: 'digital-television',
    title: text('Digital television payment', '数字电视支付'),
    includes: ['digital-television'],
  },
] as const satisfies readonly FrameworkLevel[];
