// The counters one can book, all of them invented, and a calendar that fills itself.

/** Every counter, in the order of the list. Texts by language. */
export const COUNTERS = [
  {
    slug: 'hosonami',
    art: 'hosonami.svg',
    seats: 8,
    closed: 3,
    price: 28600,
    times: ['17:30', '20:15'],
    ja: {
      name: '鮨 細波',
      kind: '鮨',
      place: '東京・人形町',
      lead: '酢は三種、飯は人肌。握るそばから召し上がっていただく、八席だけの鮨。',
      story:
        '朝の市場で決まるのは魚だけで、順番は客席を見て決めます。軽いものから始め、中ほどで一度酢を替え、最後に熱い椀をお出しします。',
      menu: [
        ['先付', '蒸し鮑、肝の餡'],
        ['白身', '平目の昆布締め'],
        ['光り物', '小鰭、柚子の香り'],
        ['赤身', '鮪の漬け、本山葵'],
        ['温物', '穴子、炙りたてを手から手へ'],
        ['椀', '蛤の潮汁'],
      ],
    },
    en: {
      name: 'Sushi Hosonami',
      kind: 'Sushi',
      place: 'Ningyocho, Tokyo',
      lead: 'Three vinegars, rice at body heat, and eight seats. Each piece is eaten the moment it is made.',
      story:
        'Only the fish is settled at the morning market; the order is settled by looking at the room. It begins lightly, changes vinegar halfway, and ends with something hot in a bowl.',
      menu: [
        ['To begin', 'Steamed abalone, liver sauce'],
        ['White', 'Flounder cured between kelp'],
        ['Silver', 'Gizzard shad, a breath of yuzu'],
        ['Red', 'Marinated tuna, fresh wasabi'],
        ['Warm', 'Conger eel, straight off the flame'],
        ['Soup', 'Clear broth of clams'],
      ],
    },
  },
  {
    slug: 'aoyu',
    art: 'aoyu.svg',
    seats: 7,
    closed: 1,
    price: 24200,
    times: ['18:00'],
    ja: {
      name: '割烹 青柚',
      kind: '割烹',
      place: '京都・麩屋町',
      lead: '七席がいっせいに始まる、ひと晩ひと回の割烹。だしを引く音からお楽しみください。',
      story:
        '昆布は前の晩から水に浸し、鰹は皆さまがお揃いになってから削ります。器は京都の作り手のもの。お気に召した一枚があれば、帰りに工房の場所をお伝えします。',
      menu: [
        ['先付', '胡麻豆腐、雲丹と山葵'],
        ['椀', '蟹しんじょう、松葉柚子'],
        ['造り', '明石の鯛、塩と煎り酒'],
        ['焼物', '鰆の幽庵、焼き葱'],
        ['炊合', '海老芋と穴子、木の芽'],
        ['食事', '土鍋の白飯、香の物三種'],
      ],
    },
    en: {
      name: 'Kappo Aoyu',
      kind: 'Kappo',
      place: 'Fuyacho, Kyoto',
      lead: 'Seven guests sit down together, once a night. Come in time to hear the stock being drawn.',
      story:
        'The kelp goes into the water the evening before; the bonito is shaved once everyone has arrived. The dishes are by Kyoto potters, and if one stays in your mind we will tell you whose it is.',
      menu: [
        ['To begin', 'Sesame tofu, sea urchin, wasabi'],
        ['Bowl', 'Crab dumpling, yuzu peel'],
        ['Raw', 'Sea bream from Akashi, salt, old sake'],
        ['Grilled', 'Spanish mackerel, charred leek'],
        ['Simmered', 'Taro and conger eel, young pepper leaf'],
        ['Rice', 'From the clay pot, three pickles'],
      ],
    },
  },
  {
    slug: 'usurai',
    art: 'usurai.svg',
    seats: 6,
    closed: 0,
    price: 19800,
    times: ['17:00', '19:30'],
    ja: {
      name: '天ぷら 薄氷',
      kind: '天ぷら',
      place: '東京・神楽坂',
      lead: '衣は薄く、油は軽く。鍋の前の六席で、揚がる音を聞きながら。',
      story:
        '太白胡麻油に、野菜と魚で鍋を二つ。塩は三種をお出ししますが、まずは何もつけずにどうぞ。締めは小さな天丼か、熱いお茶漬けをお選びいただけます。',
      menu: [
        ['海老', '才巻を二本、脚は別に'],
        ['魚', 'めごち、骨まで'],
        ['野菜', '百合根、銀杏、蓮根'],
        ['貝', '帆立を半生で'],
        ['海苔', '雲丹を巻いて'],
        ['締め', '小天丼、または天茶'],
      ],
    },
    en: {
      name: 'Tempura Usurai',
      kind: 'Tempura',
      place: 'Kagurazaka, Tokyo',
      lead: 'Batter like thin ice, oil that is hardly there. Six seats within earshot of the pot.',
      story:
        'Untoasted sesame oil and two pots, one for the garden and one for the sea. There are three salts, but please try the first bite with none. To close: a small bowl of rice with tempura, or the same in hot tea.',
      menu: [
        ['Prawn', 'Two young prawns, the legs on their own'],
        ['Fish', 'Flathead, down to the bones'],
        ['Garden', 'Lily bulb, ginkgo nut, lotus root'],
        ['Shell', 'Scallop, warm and nearly raw'],
        ['Nori', 'Wrapped around sea urchin'],
        ['To close', 'Tempura on rice, or in hot tea'],
      ],
    },
  },
  {
    slug: 'okibi',
    art: 'okibi.svg',
    seats: 10,
    closed: 2,
    price: 13200,
    times: ['17:00', '19:00', '21:00'],
    ja: {
      name: '焼鳥 熾火',
      kind: '焼鳥',
      place: '福岡・薬院',
      lead: '炭が白くなるのを待つあいだに、まず一杯。肩の力が抜ける十席の焼鳥。',
      story:
        '鶏は朝引き、炭は紀州備長。串は十二本が目安ですが、手を上げていただければそこで締めのスープにいたします。お一人の方もどうぞ。',
      menu: [
        ['前菜', '白レバーの冷製、黒胡椒'],
        ['串', 'さび焼き、せせり、ハツ'],
        ['野菜', '原木椎茸、銀杏'],
        ['串', 'つくね、黄身を添えて'],
        ['串', '手羽、塩だけで'],
        ['締め', '白濁の鶏スープ、にゅうめん'],
      ],
    },
    en: {
      name: 'Yakitori Okibi',
      kind: 'Yakitori',
      place: 'Yakuin, Fukuoka',
      lead: 'A first drink while the charcoal turns white. Ten easy-going seats around the grill.',
      story:
        'Birds from this morning, charcoal from Kishu. A meal is about twelve skewers; raise a hand and we go straight to the soup. People who come alone are as welcome as anyone.',
      menu: [
        ['To begin', 'Chilled white liver, black pepper'],
        ['Skewers', 'Breast with wasabi, neck, heart'],
        ['Garden', 'Log-grown shiitake, ginkgo nut'],
        ['Skewers', 'Minced chicken, egg yolk'],
        ['Skewers', 'Wing, with salt and nothing else'],
        ['To close', 'Milky chicken broth, thin noodles'],
      ],
    },
  },
];

const DAY_MS = 86_400_000;

/** The next days on which a counter may be open, as `2026-11-24`, in Japan's time. */
export function comingDays(now = Date.now(), count = 6) {
  return Array.from({ length: count }, (_, i) => japaneseDay(now + (i + 1) * DAY_MS));
}

/** Free seats of a counter on a day: the same for everyone who asks. `undefined` when it is closed. */
export function freeSeats({ slug, seats, closed }, day) {
  const date = new Date(`${day}T00:00:00Z`);
  if (date.getUTCDay() === closed) return undefined;
  let mix = date.getTime() / DAY_MS;
  for (const letter of slug) mix = (mix * 31 + letter.charCodeAt(0)) % 9973;
  return mix % Math.ceil(seats * 0.8);
}

/** A day in words: `{ date: "11/24", weekday: "火" }`. */
export function dayInWords(day, language) {
  const date = new Date(`${day}T00:00:00Z`);
  const part = (options) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(date);
  return {
    date: part(language === 'ja' ? { month: 'numeric', day: 'numeric' } : { month: 'short', day: 'numeric' }),
    weekday: part({ weekday: 'short' }),
  };
}

function japaneseDay(time) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(time);
}
