/** Words about persons and seats on paper, in the six languages: the audit's table and the letter of an invitation. */
import type { AuditAct } from "#deliberation/audit";
import type { Lang } from "#deliberation/ids";
import type { Place, SeatFunction, SeatRight } from "#deliberation/seat";

export interface PeopleWords {
  functions: Record<SeatFunction, string>;
  capacities: Record<Exclude<Place["as"], "delegation">, string>;
  rights: Record<SeatRight, string>;
  secretariat: string;
  acts: Record<AuditAct, string>;
  /** Of the audit, in the order of its columns. */
  columns: readonly string[];
  subject: string;
  invites: string;
  seat: string;
  accept: string;
  otherwise: string;
}

export const PEOPLE_WORDS: Record<Lang, PeopleWords> = {
  en: {
    functions: { head: "head of delegation", drafter: "drafter", capital: "capital", reader: "reader" },
    capacities: {
      facilitator: "facilitator",
      administrator: "secretariat (administrator)",
      reviewer: "reader of the record",
    },
    rights: { clearing: "may clear", submitting: "may submit" },
    secretariat: "the Secretariat",
    acts: {
      "seat.given": "seat given",
      "seat.changed": "end of a seat changed",
      "seat.ended": "seat taken back",
      "person.invited": "invitation sent",
      "invitation.revoked": "invitation taken back",
      "invitation.accepted": "invitation accepted",
      "credentials.contested": "credentials contested",
      "credentials.settled": "contested credentials settled",
      "right.given": "right given",
      "right.ended": "right taken away",
      "password.set": "password set by the Secretariat",
      "sign-in.locked": "sign-in locked after too many attempts",
    },
    columns: [
      ...["No.", "Time (UTC)", "Code", "Act", "By", "Delegation", "Person", "E-mail", "Seat", "Right"],
      ...["From", "Until", "Until before", "Document", "Date of the document", "Reason"],
    ],
    subject: "Invitation: {seat}",
    invites: "{who} invites you to take this seat in Continued Consideration:",
    seat: "{delegation}: {function}",
    accept: "The link can be used once, until {time}:",
    otherwise: "If you did not expect this, do nothing: no seat is taken without the link.",
  },
  zh: {
    functions: { head: "代表团团长", drafter: "起草人", capital: "国内主管部门", reader: "查阅人" },
    capacities: { facilitator: "主持人", administrator: "秘书处（管理员）", reviewer: "记录查阅人" },
    rights: { clearing: "可核准", submitting: "可提交" },
    secretariat: "秘书处",
    acts: {
      "seat.given": "授予席位",
      "seat.changed": "变更席位期限",
      "seat.ended": "收回席位",
      "person.invited": "发出邀请",
      "invitation.revoked": "收回邀请",
      "invitation.accepted": "接受邀请",
      "credentials.contested": "全权证书受到质疑",
      "credentials.settled": "全权证书问题已解决",
      "right.given": "授予权利",
      "right.ended": "收回权利",
      "password.set": "秘书处重设密码",
      "sign-in.locked": "尝试次数过多，登录暂停",
    },
    columns: [
      ...[
        "编号",
        "时间（协调世界时）",
        "代码",
        "行为",
        "行为人",
        "代表团",
        "人员",
        "电子邮件",
        "席位",
        "权利",
      ],
      ...["自", "至", "原定截止", "文件", "文件日期", "理由"],
    ],
    subject: "邀请：{seat}",
    invites: "{who}邀请您在“继续审议”中就任以下席位：",
    seat: "{delegation}：{function}",
    accept: "以下链接只能使用一次，有效期至{time}：",
    otherwise: "如果您并未预期收到此邀请，无需任何操作：没有链接，任何人都不能就任席位。",
  },
  ar: {
    functions: { head: "رئيس الوفد", drafter: "محرر", capital: "العاصمة", reader: "قارئ" },
    capacities: {
      facilitator: "ميسِّر",
      administrator: "الأمانة العامة (مدير النظام)",
      reviewer: "مراجع",
    },
    rights: { clearing: "له أن يأذن بالتقديم", submitting: "له أن يقدّم" },
    secretariat: "الأمانة العامة",
    acts: {
      "seat.given": "منح مقعد",
      "seat.changed": "تغيير أجل مقعد",
      "seat.ended": "سحب مقعد",
      "person.invited": "إرسال دعوة",
      "invitation.revoked": "سحب دعوة",
      "invitation.accepted": "قبول دعوة",
      "credentials.contested": "الطعن في وثائق التفويض",
      "credentials.settled": "تسوية مسألة وثائق التفويض",
      "right.given": "منح حق",
      "right.ended": "سحب حق",
      "password.set": "الأمانة العامة غيّرت كلمة السر",
      "sign-in.locked": "توقيف تسجيل الدخول بعد محاولات أكثر مما يجوز",
    },
    columns: [
      ...["الرقم", "الوقت (بالتوقيت العالمي المنسق)", "الرمز", "الإجراء", "بواسطة", "الوفد", "الشخص"],
      ...["البريد الإلكتروني", "المقعد", "الحق", "من", "حتى", "حتى (سابقًا)"],
      ...["الوثيقة", "تاريخ الوثيقة", "السبب"],
    ],
    subject: "دعوة: {seat}",
    invites: "{who} تدعوكم إلى شغل هذا المقعد في «مواصلة النظر»:",
    seat: "{delegation}: {function}",
    accept: "يُستعمل الرابط مرة واحدة، حتى {time}:",
    otherwise: "إن لم تكونوا تتوقعون هذه الدعوة فلا تفعلوا شيئًا: لا يُشغل مقعد بدون الرابط.",
  },
  fr: {
    functions: { head: "chef de délégation", drafter: "rédacteur", capital: "capitale", reader: "lecteur" },
    capacities: {
      facilitator: "facilitateur",
      administrator: "secrétariat (administrateur)",
      reviewer: "analyste",
    },
    rights: { clearing: "peut autoriser la soumission", submitting: "peut soumettre" },
    secretariat: "le Secrétariat",
    acts: {
      "seat.given": "siège attribué",
      "seat.changed": "fin d’un siège modifiée",
      "seat.ended": "siège retiré",
      "person.invited": "invitation envoyée",
      "invitation.revoked": "invitation retirée",
      "invitation.accepted": "invitation acceptée",
      "credentials.contested": "pouvoirs contestés",
      "credentials.settled": "contestation des pouvoirs réglée",
      "right.given": "droit accordé",
      "right.ended": "droit retiré",
      "password.set": "mot de passe fixé par le Secrétariat",
      "sign-in.locked": "connexion bloquée après trop de tentatives",
    },
    columns: [
      ...[
        "No",
        "Heure (UTC)",
        "Code",
        "Acte",
        "Par",
        "Délégation",
        "Personne",
        "Adresse électronique",
        "Siège",
      ],
      ...["Droit", "Du", "Jusqu’au", "Jusqu’au (auparavant)", "Document", "Date du document", "Motif"],
    ],
    subject: "Invitation : {seat}",
    invites: "Dans « Poursuite de l’examen », vous êtes invité à occuper ce siège par : {who}.",
    seat: "{delegation} : {function}",
    accept: "Le lien sert une seule fois, jusqu’au {time} :",
    otherwise:
      "Si vous n’attendiez pas cette invitation, ne faites rien : sans le lien, nul n’occupe ce siège.",
  },
  ru: {
    functions: { head: "глава делегации", drafter: "составитель", capital: "столица", reader: "читатель" },
    capacities: {
      facilitator: "координатор",
      administrator: "секретариат (администратор)",
      reviewer: "аналитик",
    },
    rights: { clearing: "может разрешать представление", submitting: "может представлять" },
    secretariat: "Секретариат",
    acts: {
      "seat.given": "место предоставлено",
      "seat.changed": "срок места изменён",
      "seat.ended": "место отозвано",
      "person.invited": "приглашение направлено",
      "invitation.revoked": "приглашение отозвано",
      "invitation.accepted": "приглашение принято",
      "credentials.contested": "полномочия оспорены",
      "credentials.settled": "вопрос о полномочиях урегулирован",
      "right.given": "право дано",
      "right.ended": "право отозвано",
      "password.set": "пароль задан Секретариатом",
      "sign-in.locked": "вход приостановлен после слишком многих попыток",
    },
    columns: [
      ...["№", "Время (UTC)", "Код", "Действие", "Кем", "Делегация", "Лицо", "Электронная почта", "Место"],
      ...["Право", "С", "По", "По (прежде)", "Документ", "Дата документа", "Основание"],
    ],
    subject: "Приглашение: {seat}",
    invites: "В «Продолжении рассмотрения» вам предлагается занять место. Приглашает: {who}. Место:",
    seat: "{delegation}: {function}",
    accept: "Ссылка действует один раз, до {time}:",
    otherwise: "Если вы не ожидали этого, ничего не делайте: без ссылки место никто не займёт.",
  },
  es: {
    functions: { head: "jefe de delegación", drafter: "redactor", capital: "capital", reader: "lector" },
    capacities: {
      facilitator: "facilitador",
      administrator: "secretaría (administrador)",
      reviewer: "analista",
    },
    rights: { clearing: "puede autorizar la presentación", submitting: "puede presentar" },
    secretariat: "la Secretaría",
    acts: {
      "seat.given": "puesto concedido",
      "seat.changed": "fin de un puesto modificado",
      "seat.ended": "puesto retirado",
      "person.invited": "invitación enviada",
      "invitation.revoked": "invitación retirada",
      "invitation.accepted": "invitación aceptada",
      "credentials.contested": "credenciales impugnadas",
      "credentials.settled": "impugnación de credenciales resuelta",
      "right.given": "derecho concedido",
      "right.ended": "derecho retirado",
      "password.set": "contraseña fijada por la Secretaría",
      "sign-in.locked": "inicio de sesión bloqueado tras demasiados intentos",
    },
    columns: [
      ...[
        "N.º",
        "Hora (UTC)",
        "Código",
        "Acto",
        "Por",
        "Delegación",
        "Persona",
        "Correo electrónico",
        "Puesto",
      ],
      ...["Derecho", "Desde", "Hasta", "Hasta (antes)", "Documento", "Fecha del documento", "Motivo"],
    ],
    subject: "Invitación: {seat}",
    invites: "En «Seguir examinando», se le invita a ocupar este puesto. Invita: {who}.",
    seat: "{delegation}: {function}",
    accept: "El enlace sirve una sola vez, hasta el {time}:",
    otherwise: "Si no esperaba esta invitación, no haga nada: sin el enlace nadie ocupa el puesto.",
  },
};
