"""Unpacks of each wheel what the binding is compiled and run with: extract.py TARGET WHEEL..."""

import re
import sys
import zipfile

WANTED = re.compile(
    r"tensorflow/(include/|libtensorflow_(cc|framework)\.so)|nvidia/[^/]+/lib/"
    r"|nvidia/cuda_nvcc/(bin/ptxas|nvvm/)|.*/LICENSE"
)

target, *wheels = sys.argv[1:]
for wheel in wheels:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target, [name for name in archive.namelist() if WANTED.match(name)])
