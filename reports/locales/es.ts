/** The Spanish of every sentence in `en.ts`. */
export const es = {
  'score.total': '{points} / {max} puntos',
  'score.so-far': '{points} / {max} puntos por ahora',
  'score.public': 'comprobaciones públicas {points} / {max} puntos',

  'notice.fault': {
    one: 'Este total no es definitivo: {count} punto depende de una comprobación que el corrector no pudo terminar. Es un fallo del corrector, no de tu código. No pierdes puntos; la comprobación se repetirá.',
    other:
      'Este total no es definitivo: {count} puntos dependen de comprobaciones que el corrector no pudo terminar. Es un fallo del corrector, no de tu código. No pierdes puntos; las comprobaciones se repetirán.',
  },
  'notice.elsewhere': {
    one: 'El corrector decide {count} punto más cuando subes tu código.',
    other: 'El corrector decide {count} puntos más cuando subes tu código.',
  },
  'notice.after-due': {
    one: '{count} punto no se muestra todavía: lo verás después de la fecha de entrega.',
    other: '{count} puntos no se muestran todavía: los verás después de la fecha de entrega.',
  },
  'notice.never': {
    one: '{count} punto no se muestra aquí: lo decide tu docente.',
    other: '{count} puntos no se muestran aquí: los decide tu docente.',
  },

  'status.done': 'superada',
  'status.partial': 'hecha en parte',
  'status.none': 'aún no está bien',
  'status.not-started': 'sin empezar',
  'status.fault': 'se repetirá',
  'status.withheld': 'todavía no se muestra',
  'status.elsewhere': 'se decide cuando subes tu código',

  'verdict.pass': 'superada',
  'verdict.fail': 'respuesta incorrecta',
  'verdict.below': 'por debajo de la nota completa',
  'verdict.crash': 'interrumpida por un error',
  'verdict.limit': 'detenida por un límite',
  'verdict.skip': 'sin empezar',
  'verdict.fault': 'fallo del corrector',
  'verdict.withheld': 'todavía no se muestra',

  'visibility.public': 'pública',
  'visibility.hidden': 'oculta',

  'cause.not-started': 'Sin empezar: {file} todavía lanza su TODO.',
  'cause.shape': 'La forma es incorrecta: se obtuvo {got}, se esperaba {want}.',
  'cause.shape.hidden': 'La forma de tu resultado no es la esperada.',
  'cause.dtype': 'El dtype es incorrecto: se obtuvo {got}, se esperaba {want}.',
  'cause.dtype.hidden': 'El dtype de tu resultado no es el esperado.',
  'cause.structure':
    'El resultado está construido de otra manera: se obtuvo {got}, se esperaba {want}.',
  'cause.structure.hidden': 'Tu resultado no está construido como el esperado.',
  'cause.nan': {
    one: '{count} de {total} elementos es NaN o infinito y no debería serlo, en {index}: se obtuvo {got}, se esperaba {want}.',
    other:
      '{count} de {total} elementos son NaN o infinitos y no deberían serlo, por ejemplo en {index}: se obtuvo {got}, se esperaba {want}.',
  },
  'cause.nan-expected': {
    one: '{count} de {total} elementos debería ser NaN o infinito y no lo es, en {index}: se obtuvo {got}, se esperaba {want}.',
    other:
      '{count} de {total} elementos deberían ser NaN o infinitos y no lo son, por ejemplo en {index}: se obtuvo {got}, se esperaba {want}.',
  },
  'cause.nan.hidden': 'Tu resultado tiene valores NaN o infinitos donde no corresponde.',
  'cause.nan-expected.hidden':
    'A tu resultado le faltan valores NaN o infinitos donde corresponde.',
  'cause.values': {
    one: '{count} de {total} elementos es distinto, en {index}: se obtuvo {got}, se esperaba {want}.',
    other:
      '{count} de {total} elementos son distintos; el peor, en {index}: se obtuvo {got}, se esperaba {want}.',
  },
  'cause.values.at-least': {
    one: 'Al menos {count} de {total} elementos es distinto; el peor, en {index}: se obtuvo {got}, se esperaba {want}.',
    other:
      'Al menos {count} de {total} elementos son distintos; el peor, en {index}: se obtuvo {got}, se esperaba {want}.',
  },
  'cause.values.worst':
    'Los valores son distintos; el peor, en {index}: se obtuvo {got}, se esperaba {want}.',
  'cause.value': 'El valor es incorrecto: se obtuvo {got}, se esperaba {want}.',
  'cause.values.hidden':
    'Tu resultado tiene la forma correcta, pero sus valores no son los esperados.',
  'cause.assertion': 'No se cumple una condición de esta comprobación:',
  'cause.assertion.hidden': 'No se cumple una condición de esta comprobación.',
  'claim.holds': 'Esto debería cumplirse y no se cumple: {label}.',
  'claim.holds-not': 'Esto no debería cumplirse y se cumple: {label}.',
  'claim.holds-for': 'Esto debería cumplirse y no se cumple: {label}. Se obtuvo {got}.',
  'claim.unlabelled': 'No se cumple una condición de esta comprobación: {claim}.',
  'claim.equal': 'se esperaba {want}, pero se obtuvo {got}',
  'claim.unequal': 'se esperaba cualquier cosa menos {want}',
  'claim.less': 'se esperaba menos de {want}, pero se obtuvo {got}',
  'claim.at-most': 'se esperaba como mucho {want}, pero se obtuvo {got}',
  'claim.greater': 'se esperaba más de {want}, pero se obtuvo {got}',
  'claim.at-least': 'se esperaba al menos {want}, pero se obtuvo {got}',
  'claim.close': 'se esperaba un número cercano a {want}, pero se obtuvo {got}',
  'claim.length': 'se esperaba una longitud de {want}, pero se obtuvo {got}',
  'claim.contains': 'se esperaba algo que contuviera {want}, pero se obtuvo {got}',
  'claim.includes': 'se esperaba un objeto con {want}, pero se obtuvo {got}',
  'claim.matches': 'se esperaba un texto que encajara con {want}, pero se obtuvo {got}',
  'claim.instance': 'se esperaba una instancia de {want}, pero se obtuvo {got}',
  'cause.below-threshold': 'Tu {measure} es {value}; todos los puntos se dan al llegar a {full}.',
  'cause.diverged': {
    one: 'El entrenamiento terminó en NaN: sus números crecieron sin límite. Prueba una tasa de aprendizaje menor y busca un log(0) o una división por cero.',
    other:
      '{diverged} de {count} entrenamientos terminaron en NaN: sus números crecieron sin límite. Prueba una tasa de aprendizaje menor y busca un log(0) o una división por cero.',
  },
  'curve.loss': {
    one: 'pérdida de {from} a {to} en {count} época',
    other: 'pérdida de {from} a {to} en {count} épocas',
  },
  'curve.both': {
    one: 'pérdida de {from} a {to}, {metric} de {metricFrom} a {metricTo} en {count} época',
    other: 'pérdida de {from} a {to}, {metric} de {metricFrom} a {metricTo} en {count} épocas',
  },
  'curve.metric': 'tu métrica',
  'chart.loss': 'Pérdida',
  'chart.metric': 'Métrica',
  'chart.epoch': 'Época',
  'cause.below-threshold.hidden': 'Tu {measure} no llega a lo que piden todos los puntos.',
  'cause.threw': 'Tu código lanzó un error:',
  'cause.threw.hidden':
    'Tu código lanzó un error. Su mensaje queda oculto, porque podría mostrar las entradas de la comprobación. Llama a tu función con entradas propias para verlo.',
  'cause.uncrossed':
    'Tu función devolvió algo que no se puede entregar: {what}. Devuelve un tensor, un número, un texto, un array o un objeto simple.',
  'cause.no-method': 'Un objeto de tu código no tiene el método {name}.',
  'cause.no-handle':
    'La comprobación necesitaba un objeto de tu código que ya no se conserva. Devuelve uno nuevo en cada llamada.',
  'cause.no-data':
    'Tu código usa {api}, que aquí no está disponible. Entrena con tensores, con {fit} o con lotes propios.',
  'cause.exited':
    'El proceso que ejecuta tu código terminó antes de responder. ¿Llama tu código a {call}?',
  'cause.protocol':
    'Tu código escribió en el canal del corrector. Una función responde devolviendo su resultado, y de ninguna otra manera.',
  'cause.load': 'No se puede cargar {file}:',
  'cause.load.hidden':
    'No se puede cargar {file}. Ejecuta las comprobaciones públicas para ver dónde está el error.',
  'cause.missing-file': '{file} no está. Cópialo del laboratorio e inclúyelo en tu commit.',
  'cause.load.package':
    'No se puede cargar {file}: se importa {specifier}, y solo se pueden importar {allowed}.',
  'cause.load.no-file':
    'No se puede cargar {file}: se importa {specifier}, y ese archivo no existe.',
  'cause.load.outside':
    'No se puede cargar {file}: se importa {specifier}, que está fuera de la entrega.',
  'cause.load.no-export':
    'No se puede cargar {file}: se importa {name} de {specifier}, que no exporta nada con ese nombre.',
  'cause.missing': '{file} no exporta ninguna función llamada {name}; añade {declaration}.',
  'cause.missing.several':
    '{file} debe exportar {names}, y falta al menos uno de esos nombres. Escribe {keyword} delante de cada uno.',
  'cause.fault':
    'Es un fallo del corrector, no de tu código. No pierdes puntos; la comprobación se repetirá.',

  'kind.tensor': 'un tensor {dtype} de forma {shape}',
  'kind.numbers': { one: 'un array de {count} número', other: 'un array de {count} números' },
  'kind.bytes': {
    one: 'un Uint8Array de {count} byte',
    other: 'un Uint8Array de {count} bytes',
  },
  'kind.empty': 'un array vacío',
  'kind.array': { one: 'un array de {count} elemento', other: 'un array de {count} elementos' },
  'kind.record': 'un objeto {entries}',
  'kind.function': 'una función',
  'kind.object': 'un objeto con métodos',
  'kind.number': 'un número',
  'kind.string': 'el texto {text}',
  'kind.model': 'un modelo',
  'kind.refused': 'un modelo que no se acepta: {reason}',
  'kind.placed': '{kind} en {index}',

  'uncrossed.deep': 'objetos anidados a demasiada profundidad (¿alguno se contiene a sí mismo?)',
  'uncrossed.many': 'más de {count} objetos',
  'uncrossed.rank': 'un tensor de rango {rank}',
  'uncrossed.shape': 'un tensor cuyos datos no encajan con su forma',
  'uncrossed.dtype': 'un tensor de dtype {dtype}',
  'uncrossed.data': 'un tensor de dtype {dtype} sin sus datos',
  'uncrossed.type': 'un valor de tipo {type}',

  'limit.boot-time':
    'Cargar tu código tardó más de {bound} s. Busca un bucle que se ejecute al cargar el archivo, fuera de toda función.',
  'limit.call-time':
    'Una llamada a tu código tardó más de {bound} s y se detuvo. Busca un bucle que no termina nunca o una promesa que nunca se resuelve.',
  'limit.total-time':
    'Tu entrega ya había gastado sus {bound} s de tiempo y esta comprobación se detuvo. Mira primero la tarea más lenta.',
  'limit.memory':
    'Tu código necesitó más de {bound} MB de memoria. Busca arrays o tensores que crecen en un bucle.',
  'limit.output':
    'Tu código imprimió más de {bound} MB. Quita lo que se imprime dentro de los bucles.',
  'limit.reply-size':
    'Tu código devolvió más de {bound} MB. Compara el tamaño de tu resultado con el que se pide.',
  'limit.calls':
    'Tu código se llamó más de {bound} veces, que es todo lo que una comprobación puede usar.',
  'limit.starts':
    'Tu código ya se había detenido y vuelto a empezar {bound} veces en esta tarea, así que esta comprobación no se ejecutó. Arregla primero las anteriores.',

  'withheld.after-due': 'Se muestra después de la fecha de entrega.',
  'withheld.never': 'La decide tu docente.',
  elsewhere: 'La decide el corrector cuando subes tu código.',

  'next.check': {
    one: '{check} de {task}, {count} punto.',
    other: '{check} de {task}, {count} puntos.',
  },
  'next.check.elsewhere': {
    one: '{check} de {task}, {count} punto aquí y {more} más cuando subas tu código.',
    other: '{check} de {task}, {count} puntos aquí y {more} más cuando subas tu código.',
  },
  'next.mend': {
    one: 'arregla {file}: de él depende {count} punto de {task}.',
    other: 'arregla {file}: de él dependen {count} puntos de {task}.',
  },
  'next.start': {
    one: 'empieza {task} en {file}, {count} punto.',
    other: 'empieza {task} en {file}, {count} puntos.',
  },
  'next.start.elsewhere': {
    one: 'empieza {task} en {file}, {count} punto aquí y {more} más cuando subas tu código.',
    other: 'empieza {task} en {file}, {count} puntos aquí y {more} más cuando subas tu código.',
  },
  'next.push': {
    one: 'todas las comprobaciones de aquí pasan. Sube tu código para decidir también el otro punto ({count}).',
    other:
      'todas las comprobaciones de aquí pasan. Sube tu código para decidir también los otros {count} puntos.',
  },
  'next.shown': 'nada por ahora: todas las comprobaciones que se muestran pasan.',
  'next.fault': 'nada por ahora: el corrector repite las comprobaciones sin terminar.',
  'next.done': 'no queda nada por hacer. Todas las comprobaciones pasan: ¡muy bien!',

  'summary.failing': {
    one: '{count} comprobación por arreglar',
    other: '{count} comprobaciones por arreglar',
  },
  'more.passed': {
    one: 'Se omite {count} comprobación superada para que este comentario sea corto.',
    other: 'Se omiten {count} comprobaciones superadas para que este comentario sea corto.',
  },
  'more.failed': {
    one: 'Se omite {count} comprobación más por arreglar para que este comentario sea corto.',
    other: 'Se omiten {count} comprobaciones más por arreglar para que este comentario sea corto.',
  },

  'change.more': {
    one: '+{count} punto desde el último envío',
    other: '+{count} puntos desde el último envío',
  },
  'change.less': {
    one: '-{count} punto desde el último envío',
    other: '-{count} puntos desde el último envío',
  },
  'change.same': 'los mismos que en el último envío',
  'pull.due': 'Entrega: {when}.',
  'pull.due.extended': 'Entrega: {when}, con tu prórroga.',
  'pull.pushed.activity': 'Enviado: {when}.',
  'pull.pushed.first-seen': 'Enviado antes de: {when}, cuando el corrector lo vio por primera vez.',
  'pull.pushed.opened': 'Enviado hacia: {when}, cuando se abrió el pull request.',
  'counts.this': '{points} / {max}, de este envío.',
  'counts.this.best': '{points} / {max}, de este envío: es el mejor.',
  'counts.other': '{points} / {max}, de tu mejor envío, {commit}; este tiene {here}.',
  'counts.best':
    '{points} / {max}, de tu mejor envío, {commit}, que es el que se corrige aquí; el último, {head}, tenía {here}.',
  'counts.earlier':
    '{points} / {max}, del commit {commit}, que es el que se corrige aquí. Tu último envío, {head}, llegó demasiado tarde.',
  'counts.before': '{points} / {max}, del commit {commit}, que se corrigió antes.',
  'counts.nothing': 'nada: llegó después del último día. De todos modos ves cómo va.',
  'counts.penalty': {
    one: 'Son {points} menos un {percent} % por {count} día de retraso.',
    other: 'Son {points} menos un {percent} % por {count} días de retraso.',
  },
  'pull.unknown': 'No se pudo averiguar cuándo se envió, así que no se considera tarde.',
  'pull.conflict':
    'Esta rama tiene conflictos con {branch}. No cuesta puntos; para resolverlos, fusiona {branch} en tu rama.',
  'refused.headline': 'Aún sin corregir',
  'refused.lead': 'Tu entrega no se puede corregir tal como está. No pierdes puntos.',
  'refused.next': 'arregla lo que se dice abajo y vuelve a enviar.',
  'refused.utf8': '{file} tiene un nombre que no es UTF-8.',
  'refused.invisible': '{file} tiene un carácter invisible en el nombre.',
  'refused.odd': '{file} tiene un nombre que algunos sistemas no aceptan.',
  'refused.space': '{file} tiene un nombre que empieza o acaba con un espacio.',
  'refused.long': '{file} tiene una ruta de {is} caracteres; se permiten {most}.',
  'refused.deep': '{file} está a {is} carpetas de profundidad; se permiten {most}.',
  'refused.large': '{file} ocupa {is} MB; se permiten {most} MB.',
  'refused.alike': '{file} se distingue de {other} solo por mayúsculas o acentos.',
  'refused.files': 'Tiene {is} archivos; se permiten {most}.',
  'refused.heavy': 'Sus archivos ocupan {is} MB en total; se permiten {most} MB.',
  'refused.none': 'No contiene ninguno de los archivos de la práctica {lab}.',
  'refused.next.rename': 'Cámbialo por uno con letras, cifras, guiones y puntos.',
  'refused.next.shorter': 'Ponle un nombre más corto.',
  'refused.next.up': 'Súbelo de carpeta.',
  'refused.next.smaller': 'Sácalo del repositorio o hazlo más pequeño.',
  'refused.next.one': 'Quédate con uno de los dos o cámbiale el nombre.',
  'refused.next.only': 'Deja ahí solo lo que la práctica necesita.',
  'refused.next.link': '{file} es un enlace simbólico: pon ahí el propio archivo.',
  'refused.next.move': 'Muévelos de {folder} a la raíz o a {src}.',
  'refused.next.hold': 'Ahí o en {src} deberían estar {files}.',
  'refused.more': { one: 'Y {count} más.', other: 'Y {count} más.' },
  'mark.fault':
    'Un fallo del corrector, no de tu código. No pierdes puntos; se volverá a corregir.',
  'mark.fault.title': 'se volverá a corregir',
  'mark.more': {
    one: 'Hay {count} lugar más en el comentario del pull request.',
    other: 'Hay {count} lugares más en el comentario del pull request.',
  },
  'mark.comment': 'El informe completo está en el comentario del pull request.',

  'summary.title': 'Informes',
  'summary.none': 'no tiene resultado',
  'summary.refused': 'rechazado: {why}',
  'summary.again': 'no se pudo informar; vuelve a ejecutar este paso: {why}',
  'summary.stale': 'recibió otro envío mientras se corregía; {head} viene con el próximo plan',
  'summary.closed': 'ya no está abierto',
  'summary.fault': 'tiene un fallo nuestro: se corregirá otra vez (marca: {mark})',
  'summary.written.created': 'se creó',
  'summary.written.edited': 'se editó',
  'summary.written.unchanged': 'no cambia',
  'summary.written.none': 'no hay',
  'summary.reported': 'informado (comentario: {comment}; marca: {mark})',

  'label.report': 'Informe',
  'label.overview': 'Resumen',
  'label.next': 'Siguiente paso',
  'label.counts': 'Cuenta',
  'label.hint': 'Pista',
  'label.cause': 'Lo más probable',
  'label.where': 'Dónde',
  'label.task': 'Tarea',
  'label.points': 'Puntos',
  'label.result': 'Resultado',
  'label.time': 'Tiempo',
  'label.passed': 'Superadas',
  'label.curve': 'Entrenamiento',
  'label.chart': 'curva de entrenamiento',
  'label.measured': 'Medido',
  'label.checks': 'Comprobaciones',
  'label.details': 'Sobre esta corrección',
  'label.seconds': '{seconds} s',

  'about.submission': 'Entrega',
  'about.commit': 'Commit',
  'about.dataset': 'Datos',
  'about.backbone': 'Red preentrenada',
  'about.backend': 'Backend',
  'about.sandbox': 'Aislamiento',
  'about.no-sandbox': 'ninguno: importación directa',
  'about.rung': 'nivel {rung}',
  'about.split': 'Entradas ocultas',
  'split.feedback': 'para orientarte',
  'split.feedback.due':
    'para orientarte; la nota final se pone tras tu fecha de entrega, con otras',
  'split.final': 'de la nota final',
  'about.attempt': 'Intento',
  'about.grader': 'Corrector',
  'about.graded': 'Corregido',
  'about.duration': 'Duración',

  'class.graded': { one: '{count} entrega corregida', other: '{count} entregas corregidas' },
  'class.reused': {
    one: '{count} de ellas ya lo estaba y no ha cambiado (--regrade la corrige de nuevo)',
    other: '{count} de ellas ya lo estaban y no han cambiado (--regrade las corrige de nuevo)',
  },
  'class.failed': {
    one: '{count} sin corregir, véase más arriba',
    other: '{count} sin corregir, véase más arriba',
  },
  'class.fault': 'un fallo del corrector: vuelve a corregirla',

  'check.endless':
    '{check} de {task} lleva {seconds} s en una misma llamada. Busca un bucle que no termina y vuelve a comprobar; las demás comprobaciones no han llegado a su fin.',

  'demo.commit':
    'Hemos creado un repositorio con una entrega a medias; corregimos su commit {commit}.',
  'demo.public-only':
    'Las comprobaciones ocultas nunca se ejecutan sin aislamiento. Estas son las públicas, sobre código creado aquí:',
} as const
