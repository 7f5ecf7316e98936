import { MOBILENET_FILES } from './mobilenet-files.ts'

/** One file to download. */
export interface RemoteFile {
  readonly url: string
  readonly bytes: number
  /** As others who have it publish it, such as TensorFlow Datasets. */
  readonly sha256: string
}

export interface KnownSet {
  readonly name: string
  readonly title: string
  readonly licence: string
  /** Where it is described. */
  readonly home: string
  readonly files: readonly RemoteFile[]
  /** Where a file of the archive belongs, by its path there; null: it is not needed. */
  readonly place: (path: string) => string | null
}

const asItIs = (path: string) => path

/** The data sets and networks that `gradus data fetch` knows by name. */
export const KNOWN_SETS: readonly KnownSet[] = [
  {
    name: 'cats-vs-dogs',
    title: '25,000 photographs of cats and dogs (Kaggle and Microsoft, Asirra)',
    licence:
      'Microsoft Research License Agreement, in the archive: for research, not to be passed on',
    home: 'https://www.microsoft.com/en-us/download/details.aspx?id=54765',
    files: [
      {
        url: 'https://download.microsoft.com/download/3/E/1/3E1C3F21-ECDB-4869-8368-6DEBA77B919F/kagglecatsanddogs_5340.zip',
        bytes: 824_887_076,
        sha256: 'b7974bd00a84a99921f36ee4403f089853777b5ae8d151c76a86e64900334af9',
      },
    ],
    place: (path) => {
      const [, species, file] = /^PetImages\/(Cat|Dog)\/([^/]+\.jpg)$/.exec(path) ?? []
      return species === undefined ? null : `${species.toLowerCase()}s/${file}`
    },
  },
  {
    name: 'cifar-10',
    title: '60,000 pictures of 32 x 32 in ten classes (Krizhevsky, 2009)',
    licence: 'none stated; cite Krizhevsky, Learning Multiple Layers of Features, 2009',
    home: 'https://www.cs.toronto.edu/~kriz/cifar.html',
    files: [
      {
        url: 'https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz',
        bytes: 170_052_171,
        sha256: 'c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd',
      },
    ],
    place: (path) => /^cifar-10-batches-bin\/([\w.]+)$/.exec(path)?.[1] ?? null,
  },
  {
    name: 'oxford-pets',
    title: '7,390 photographs of cats and dogs of 37 breeds (Oxford-IIIT, 2012), as cats and dogs',
    licence: 'CC BY-SA 4.0',
    home: 'https://www.robots.ox.ac.uk/~vgg/data/pets/',
    files: [
      {
        url: 'https://www.robots.ox.ac.uk/~vgg/data/pets/data/images.tar.gz',
        bytes: 791_918_971,
        sha256: '67195c5e1c01f1ab5f9b6a5d22b8c27a580d896ece458917e61d459337fa318d',
      },
    ],
    // breeds of cats begin with a capital, those of dogs do not
    place: (path) => {
      const [, file = ''] = /^images\/([A-Za-z]\w*\.jpg)$/.exec(path) ?? []
      return file === '' ? null : `${/^[A-Z]/.test(file) ? 'cats' : 'dogs'}/${file}`
    },
  },
  {
    name: 'mnist',
    title: '70,000 handwritten digits of 28 x 28 (LeCun, Cortes and Burges)',
    licence: 'CC BY-SA 3.0',
    home: 'https://yann.lecun.com/exdb/mnist/',
    files: idx('https://storage.googleapis.com/cvdf-datasets/mnist/', [
      [9_912_422, '440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609'],
      [28_881, '3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c'],
      [1_648_877, '8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6'],
      [4_542, 'f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6'],
    ]),
    place: asItIs,
  },
  {
    name: 'fashion-mnist',
    title: '70,000 pictures of clothes of 28 x 28 in ten classes (Xiao, Rasul and Vollgraf, 2017)',
    licence: 'MIT',
    home: 'https://github.com/zalandoresearch/fashion-mnist',
    files: idx('http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/', [
      [26_421_880, '3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84'],
      [29_515, 'a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845'],
      [4_422_102, '346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073'],
      [5_148, '67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5'],
    ]),
    place: asItIs,
  },
  {
    name: 'mobilenet-v1-025-224',
    title: 'MobileNet V1, a quarter as wide, for pictures of 224 x 224 (a network for ImageNet)',
    licence: 'Apache-2.0',
    home: 'https://github.com/tensorflow/tfjs-models/tree/master/mobilenet',
    files: MOBILENET_FILES.map(([file, bytes, sha256]) => {
      const base = 'https://storage.googleapis.com/tfjs-models/tfjs/mobilenet_v1_0.25_224/'
      return { url: `${base}${file}`, bytes, sha256 }
    }),
    place: asItIs,
  },
]

/** The four files that every data set in MNIST's format has, in this order. */
function idx(base: string, files: readonly (readonly [number, string])[]): RemoteFile[] {
  const names = ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3', 't10k-labels-idx1']
  return files.map(([bytes, sha256], index) => {
    return { url: `${base}${names[index]}-ubyte.gz`, bytes, sha256 }
  })
}
