"""Word lists written for the generator: surnames, places, offices, jobs. No person meant; combinations are drawn at random."""

SURNAMES = """Khan Ahmed Ali Hussain Malik Butt Chaudhry Sheikh Qureshi Siddiqui Ansari Bhatti Rajput Awan Mughal Mirza Baig Shah Bukhari
Gilani Naqvi Rizvi Zaidi Kazmi Jafri Hashmi Farooqi Usmani Abbasi Satti Kayani Janjua Minhas Gondal Warraich Cheema Chattha Bajwa Sandhu Gill
Virk Tarar Ranjha Dogar Gujjar Arain Kamboh Khokhar Langah Khosa Leghari Mazari Buzdar Qaisrani Gopang Jatoi Chandio Magsi Bugti Marri Mengal
Raisani Zehri Bizenjo Rind Lashari Gurchani Dasti Khar Hinjra Daultana Soomro Bhutto Junejo Memon Shaikh Palijo Mahar Dharejo Shar Brohi Kalhoro
Abro Channa Samo Panhwar Solangi Mirani Mallah Kolhi Bheel Meghwar Oad Rajar Thebo Unar Talpur Laghari Khaskheli Pathan Yousafzai Afridi Khattak
Wazir Mehsud Bangash Orakzai Marwat Bettani Shinwari Mohmand Safi Achakzai Kakar Tareen Durrani Popalzai Barakzai Ghilzai Niazi Lodhi Swati
Tanoli Jadoon Hazara Hazarvi Balti Burki Ghauri Qazi Mufti Pirzada Sahibzada Makhdoom Rana Rao Raja Rathore Bhati Joyia Wattoo Kharal Sial
Noon Tiwana Daha Bodla Qasrani Dreshak Nutkani Saifi Salaria Toor Aulakh Randhawa Goraya Bains Sipra Mekan Lak Kathia Haral Phularwan
Masih Gill Bhatti Sadiq Francis Joseph Samuel George Peter John David Emmanuel Pervaiz Kumar Lal Devi Das Ram Singh Kaur Maheshwari Sharma Verma Gupta
Yadav Patel Reddy Nair Iyer Banerjee Chatterjee Mukherjee Ghosh Bose Sen Roy Chowdhury Rahman Islam Hossain Begum Akter Sultana Khatun Miah Sarkar
Mondal Biswas Talukdar Bhuiyan Sikder Mollah Hasan Uddin Haque Alam Karim Thapa Gurung Tamang Rai Magar Shrestha Lama Sherpa Adhikari Poudel Karki
Basnet Khadka Bhattarai Chaudhary Tharu Jha Mandal Paswan Perera Fernando Silva Jayasinghe Bandara Rajapaksa Wickramasinghe Hosseini Ahmadi
Mohammadi Karimi Rahimi Amiri Noori Sharifi Haidari Stanikzai Hotak Wardak Popal Zadran Alizai Noorzai Kochi Barech""".split()

CAST_SURNAMES = frozenset("Begum Akter Sultana Khatun Devi Kaur".split())

OTHER_FIRST = {
    "m": """Ramesh Suresh Rajesh Mukesh Dinesh Ravi Sanjay Vijay Anil Sunil Manoj Ashok Arjun Rohan Vikram Deepak Harish Gopal Krishan Prakash Santosh
Bikash Ganesh Hari Dipak Suman Prem Kamal Bishal Nabin Roshan Dawa Pasang Tenzin Rafiqul Shafiqul Mizanur Anisur Jahangir Babul Ripon Shohag Sumon
Milon Rubel Sajib Mehedi Jewel Nirmal Chaman Bhagwan Jeevan Lachhman Mohan Kishore Pawan Sawan Jackson Yaqoob Ilyas Sohail Shamoon Sunny Patras Aslam
Arif Boota Waris Rehmat Fateh Jan Gul Wali Sher Zar Spin Daud Ghulam Pir Nazar Kaloo Nanga Bachal Jumman Sobho Achar Ramzan Juman
James William Michael Daniel Thomas Robert Andrew Paul Mark Kevin Brian Stephen Carlos Juan Luis Ahmed Mahmoud Yusuf Ibrahim Kofi Kwame Chinedu Emeka
Olumide Nikos Giorgos Dimitris Marco Luca Ivan Dmitri Andrei Mehmet Hakan Goran Zoran""".split(),
    "f": """Sunita Anita Geeta Sita Radha Laxmi Kamla Pushpa Rekha Meena Seema Neha Pooja Priya Kavita Savita Asha Usha Nisha Rani Maya Sushila Bimala
Kamala Parbati Manisha Sabina Sarita Binita Puja Anju Dolma Pema Rahima Shefali Moushumi Ruma Shilpi Nasrin Shirin Rokeya Jorina Momtaz Parul Lipi
Kohli Daya Jamna Ganga Bhagi Lachmi Hina Sonia Nadia Shazia Nazia Rozina Kiran Shumaila Saima Sobia Rubina Samina Shamim Naseem Kausar Parveen Nusrat
Zarina Zubaida Rasheeda Hameeda Majeeda Gulnaz Gulalai Palwasha Spogmai Zarghuna Bakhtawar Sassui Marvi Naina Mehtab Wasai Ghulam Mumtaz Rehana
Agnes Rita Stella Veronica Teresa Maryam Martha Asia Anam Mehak Zunaira Mary Susan Linda Emily Laura Sarah Emma Grace Joy Blessing Amina Fatou Ngozi
Maria Elena Ana Rosa Carmen Olga Natalia Irina Svetlana Ioana Mihaela Ayse Fatma Elif Leila Nour Thuy Linh Mai""".split(),
}

FAR_FIRST = {
    "m": """Adam Alan Albert Alex Antonio Barry Ben Bernard Bogdan Boris Callum Carl Chen Chidi Christopher Colin Craig Cristian Damian Darren David Dean
Dennis Derek Dominic Douglas Duc Dylan Edward Elias Emmanuel Eric Femi Florin Frank Gareth Gary Gavin Geoffrey George Gerald Graham Harry Henry Hugh Ian
Idris Jack Jakub Jamal Jason Jerome John Jonas Jordan Joseph Josh Julian Karl Keith Kenneth Kieran Krzysztof Kwabena Lee Leon Liam Lukas Malcolm Marek Martin
Matthew Max Minh Nathan Neil Nicholas Nigel Noah Oliver Omar Oscar Patrick Pavel Peter Philip Piotr Quang Ralph Raymond Reece Richard Robin Roger Ronan
Roy Russell Ryan Samuel Scott Sean Simon Stefan Stuart Terence Tim Tobias Tony Trevor Tyler Victor Vincent Walter Warren Wayne Yaw Zac""".split(),
    "f": """Abigail Adaeze Agnieszka Alice Alison Amanda Amy Andrea Angela Anna Anne Barbara Beatrice Beth Brenda Bridget Carla Carol Caroline Catherine Chantelle
Charlotte Chiamaka Chloe Christine Claire Danielle Dawn Debbie Denise Diana Donna Dorothy Eileen Elizabeth Ella Ellen Elsa Esther Eva Fiona Frances Gemma
Georgia Gillian Gloria Hannah Harriet Hazel Heather Helen Holly Ifeoma Ingrid Irene Jackie Jade Jane Janet Jasmine Jean Jenny Jessica Joan Joanna Julia
Karen Kate Katie Kelly Kerry Kim Lauren Leah Leanne Lesley Lisa Lorraine Louise Lucy Lydia Magda Margaret Marie Mercy Michelle Mihaela Miriam Molly Monica
Naomi Natalie Nicola Nina Nora Oksana Olivia Pamela Patience Paula Rachel Rebecca Roxana Ruth Sally Samantha Sandra Sharon Sheila Shirley Simone Sophie Stacey
Stephanie Sylvia Tanya Teresa Tina Tracey Valerie Vera Victoria Wendy Yvonne Zoe""".split(),
}
FAR_LAST = """Abbott Adams Adebayo Allen Anderson Andrews Archer Armstrong Atkins Bailey Baker Barker Barnes Barrett Bell Bennett Bianchi Birch Blake Bradley Brooks
Brown Bui Burke Burton Byrne Campbell Carr Carter Chapman Clarke Clayton Cole Collins Cook Cooper Cox Crawford Cross Dalton Davies Dawson Dean Dimitrov
Dixon Doyle Dunn Edwards Ellis Evans Fisher Fleming Fletcher Flynn Ford Foster Fox Francis Fraser Garcia Gardner Gibson Gordon Graham Grant Gray Green Griffin
Hall Hamilton Harding Harper Harris Hart Harvey Hayes Henderson Hill Hoang Holmes Hopkins Horvat Howard Hudson Hughes Hunt Ionescu Ivanov Jackson Jenkins
Johnson Jones Kaminski Keane Kelly Kennedy Kerr Knight Kovacs Lambert Lane Larsen Lawson Le Lewis Lloyd Lowe Marino Marsh Marshall Mason Matthews Mensah
Miller Mills Mitchell Moore Morgan Morris Murphy Murray Newman Nguyen Novak Nowak Obi Okafor Okoro Oliver Osborne Owen Owusu Palmer Parker Pearce Perry Petrov
Pham Phillips Popa Popescu Porter Powell Price Quinn Reed Reid Reynolds Richards Roberts Robinson Rogers Rossi Russo Ryan Saunders Schmidt Scott Shaw Simpson
Smith Spencer Stanley Stevens Stewart Stone Sullivan Taylor Thompson Tran Turner Vasile Vaughan Walker Walsh Ward Watson Webb Wells West White Williams Wilson
Wolf Wood Wright Young Zhang""".split()

HONOURS_BEFORE = "Haji Malik Chaudhry Sardar Mian Raja Rana Khan Syed Pir Maulana Mufti Qari Hafiz Molvi Mir Nawab Seth Master Hakeem Begum Bibi".split()
HONOURS_BEHIND = {
    "m": "Khan Ahmed Ali Hussain Shah Masih Lal Kumar Gul Jan Din Baloch Jutt Sahib".split(),
    "f": "Bibi Begum Khatoon Mai Parveen Kausar Akhtar Bano Jan Khan Fatima Naz Sultana Kumari Devi Masih".split(),
}

VILLAGES = """Kot Mithan Jahanian Gharo Basti Malook Lal Garh Ratta Tibba Mangat Karianwala Jalalpur Shamsabad Sultanpur Rasoolpur Nawan Qadirpur Ran Bahadurpur
Mehmood Kot Shah Jamal Jhok Utra Khairpur Sadat Rohillanwali Basira Wasandewali Sinawan Gurmani Daira Pathan Pir Mahal Kamalia Rajana Garh More Mureedwala
Dullewala Behal Kallurkot Hernoli Wan Bhachran Musa Khel Kundian Chakrala Trag Piplan Nurpur Thal Mitha Tiwana Hadali Naushera Jauharabad Girot Sillanwali
Lalian Bhowana Barana Rajoa Langar Makhdoom Sheikhan Mochh Paikhel Daud Khel Tola Mangli Pindi Gheb Basal Jand Domel Makhad Injra Haddowali Fateh Jang
Qutbal Gali Jagir Ahmadal Kisran Thatta Khalil Doltala Mandra Sukho Daultala Bewal Kallar Syedan Choa Khalsa Narali Panjgran Sihala Tarlai Bhara Kahu
Umerkot Kunri Samaro Pithoro Nabisar Chachro Diplo Islamkot Nagarparkar Kaloi Jhuddo Tando Jam Matiari Hala Bhit Shah Saeedabad Sakrand Daur Bandhi
Padidan Kandiaro Mehrabpur Halani Moro Dadu Johi Mehar Khairpur Nathan Radhan Kakar Naseerabad Warah Qubo Saeed Khan Gaji Khuhawar Garhi Yasin Madeji
Lakhi Ghulam Shah Khanpur Mahar Ubauro Daharki Mirpur Mathelo Sarhad Pano Aqil Rohri Salehpat Kot Diji Faiz Ganj Kumb Gambat Ranipur Sobhodero
Shabqadar Tangi Utmanzai Rajjar Umarzai Turangzai Prang Nisatta Pabbi Akora Khattak Jehangira Nizampur Cherat Rustam Katlang Lund Khwar Shergarh Takht Bhai
Jamal Garhi Toru Yar Hussain Topi Zaida Maneri Kalabat Ghazi Haripur Khanpur Hattar Sarai Saleh Havelian Lora Nathia Gali Dunga Gali Bagnotar Balakot
Kawai Jared Mahandri Shinkiari Baffa Oghi Darband Battal Dargai Thana Batkhela Chakdara Timergara Munda Samar Bagh Wari Sheringal Kalam Bahrain Madyan
Khwazakhela Matta Kabal Barikot Manglawar Charbagh Alpuri Puran Besham Dassu Pattan Turbat Tump Mand Buleda Dasht Gwadar Pasni Ormara Jiwani Panjgur
Kharan Washuk Nushki Dalbandin Chagai Taftan Mastung Kalat Surab Khuzdar Wadh Naal Bela Uthal Winder Hub Gaddani Sibi Dhadar Bhag Dera Murad Jamali
Usta Mohammad Gandakha Sohbatpur Loralai Duki Kohlu Barkhan Musakhel Zhob Muslim Bagh Pishin Gulistan Qila Saifullah Ziarat Harnai Chaman""".split()


AREA_NAMES = """Gulshan-e-Iqbal|Korangi|Landhi|Malir|Orangi Town|Lyari|Saddar|Clifton|North Nazimabad|Liaquatabad|Baldia Town|Surjani Town|Shah Faisal Colony|Johar Town|Gulberg
Model Town|Allama Iqbal Town|Shahdara|Baghbanpura|Mozang|Ichhra|Samanabad|Township|Kahna|Kot Lakhpat|Badami Bagh|Satellite Town|Dhoke Khabba|Pirwadhai|Westridge
Hayatabad|University Town|Board Bazaar|Gulbahar|Faqirabad|Tehkal|Hashtnagri|Latifabad|Qasimabad|Hirabad|Batala Colony|Madina Town|Peoples Colony|Ghulam Muhammadabad
Jinnah Colony|Shah Rukn-e-Alam Colony|Gulgasht Colony|Sabzazar|Raiwind|Manga Mandi|Sundar|Ittehad Town|Bhains Colony|Kemari|Mauripur|Machhar Colony|Sohrab Goth
Quaidabad|Ibrahim Hyderi|Bhitai Colony|Defence Housing Authority|Bahria Town|G-9/1|I-10|F-7 Markaz|Sector I-9|Bari Imam|Tarnol|Old Golimar|Garden East|Ranchore Line""".replace(
    "\n", "|"
).split("|")

PROVINCES = "Punjab|Sindh|Balochistan|Khyber Pakhtunkhwa|KP|Gilgit-Baltistan|Azad Kashmir|AJK|South Punjab|interior Sindh|upper Sindh|Bihar|Uttar Pradesh|West Bengal|Jharkhand|Rajasthan|Assam".split(
    "|"
)
COUNTRIES = """Pakistan|Iran|Turkey|Greece|Italy|Libya|Dubai|Saudi Arabia|the United Arab Emirates|UAE|Oman|Qatar|Kuwait|Bahrain|Malaysia|Thailand|Myanmar|Cambodia|Laos|India
Bangladesh|Nepal|Afghanistan|Sri Lanka|China|Iraq|Syria|Egypt|Spain|Germany|France|the United Kingdom|UK|Britain|Belarus|Bosnia|Serbia|Morocco|Mauritania|Senegal|Azerbaijan|Kyrgyzstan|Russia|Europe|Lebanon|Jordan|South Africa|Kenya""".replace(
    "\n", "|"
).split("|")
WORLD_CITIES = """Athens|Rome|Milan|Istanbul|Tehran|Tripoli|Tobruk|Benghazi|Muscat|Riyadh|Jeddah|Sharjah|Abu Dhabi|Doha|Kuala Lumpur|Bangkok|Delhi|Mumbai|Kolkata|Dhaka|Sylhet|Chittagong
Kathmandu|Pokhara|Birgunj|Colombo|Kabul|Kandahar|Herat|Jalalabad|Spin Boldak|Zahedan|Mashhad|Van|Izmir|Barcelona|London|Manchester|Birmingham|Bradford|Paris|Guangzhou|Lampedusa|Kalamata|Nouakchott|Casablanca|Baghdad|Najaf|Karbala|Cox's Bazar|Jessore|Siliguri|Patna|Lucknow|Amritsar|Jodhpur""".replace(
    "\n", "|"
).split("|")

AGENCIES = """Federal Investigation Agency|FIA|Anti-Human Trafficking Circle|FIA's Anti-Human Trafficking and Smuggling Wing|Immigration Wing|Child Protection Bureau|Child Protection and Welfare Bureau
Crime Investigation Agency|CIA police|Counter Terrorism Department|CTD|Anti-Violent Crime Cell|Anti-Narcotics Force|ANF|Frontier Corps|Levies|Rangers|Pakistan Coast Guards|NADRA|National Commission for Human Rights
Human Rights Commission of Pakistan|HRCP|National Commission on the Rights of Child|Bureau of Emigration and Overseas Employment|Overseas Pakistanis Foundation|Interpol|Europol|Frontex|UNODC|IOM|UNHCR|UNICEF
International Labour Organization|ILO|Edhi Foundation|Darul Aman|Dar-ul-Aman|Women Protection Centre|District Vigilance Committee|Labour Department|Social Welfare Department|Punjab Police|Sindh Police|Islamabad Police|Rescue 1122|Border Security Force|BSF|Central Bureau of Investigation|National Human Rights Commission|Rapid Action Battalion|RAB""".replace(
    "\n", "|"
).split("|")
MINISTRIES = """Interior Ministry|Ministry of Human Rights|Foreign Office|Ministry of Interior|Law Ministry|Home Department|Ministry of Overseas Pakistanis|Punjab Assembly|Sindh Assembly|National Assembly|Senate|State Department|Foreign Ministry|Senate Standing Committee on Interior|Ministry of Home Affairs""".split(
    "|"
)
COURTS = """Supreme Court|Lahore High Court|Sindh High Court|Peshawar High Court|Islamabad High Court|Balochistan High Court|Federal Shariat Court|LHC|SHC|PHC|anti-terrorism court|ATC|sessions court|district and sessions court|family court|Gender-Based Violence Court|Dhaka High Court|Delhi High Court|juvenile court|Special Court (Central)""".split(
    "|"
)
NGOS = """Sahil|SPARC|Aurat Foundation|War Against Rape|Legal Aid Society|Bonded Labour Liberation Front|Roshni Helpline|AGHS Legal Aid Cell|Shirkat Gah|Women Action Forum|Search for Justice|Konpal|Blue Veins|Bedari|Rozan|Acid Survivors Foundation|Madadgaar National Helpline|Pakistan Institute of Labour Education and Research|Human Rights Watch|Amnesty International|Bachpan Bachao Andolan|Maiti Nepal|Prajwala|BRAC|Justice Project Pakistan|Sudhaar|Idara-i-Taleem|Bint-e-Hawa Welfare Trust|Umeed Ghar|Sahara Shelter|Panah""".split(
    "|"
)
PAPERS = "Dawn|The News|The Express Tribune|The Nation|Daily Times|Geo News|ARY News|Samaa|BBC Urdu|AFP|Reuters|APP|Jang|Nawa-i-Waqt|The Friday Times|PPI|INP|Kathmandu Post|Daily Star|Hindustan Times".split(
    "|"
)
COMPANIES = """Al-Madina Travels|Royal Overseas Employment Promoters|Hussain Brick Company|Bismillah Textile Mills|Sitara Garments|Al-Noor Recruiting Agency|Sky Link Travel and Tours|Pak Gulf Manpower|Green Valley Farms|Shalimar Hotel|Hotel Al-Habib|Paradise Guest House
Khyber Transport|Daewoo|Faisal Movers|Western Union|Facebook|WhatsApp|TikTok|EasyPaisa|JazzCash|Meezan Bank|Habib Bank|Dubai Dreams Consultancy|Crystal Spa|Diamond Beauty Parlour|Malik Bricks|Chenab Carpets|Al-Fateh Ginning Factory|New Star Circus|Awami Hotel""".replace(
    "\n", "|"
).split("|")
SCHOOLS = [
    "Government Girls High School",
    "Government Boys Primary School",
    "Government Girls Primary School",
    "Allied School",
    "The Educators",
    "City School",
    "Jamia Binoria",
    "Madrassa Taleem-ul-Quran",
    "Jamia Masjid Usmania",
    "Dar-e-Arqam School",
    "Government College for Women",
    "Punjab College",
    "Al-Huda Public School",
    "St Anthony's High School",
    "Beaconhouse School",
    "Madrassa Anwar-ul-Uloom",
    "Government Higher Secondary School",
]
HOSPITALS = [
    "District Headquarters Hospital",
    "DHQ hospital",
    "Mayo Hospital",
    "Services Hospital",
    "Jinnah Hospital",
    "Civil Hospital",
    "Nishtar Hospital",
    "Lady Reading Hospital",
    "Tehsil Headquarters Hospital",
    "Holy Family Hospital",
    "PIMS",
    "Khyber Teaching Hospital",
    "Bolan Medical Complex",
    "Rural Health Centre",
    "Sheikh Zayed Hospital",
]
STATIONS = "Saddar|City|Civil Lines|Cantt|Sadiqabad|Airport|Women|Kotwali|A-Division|B-Division|Factory Area|Model Town|Nawabpur|Shah Shams|Lorry Adda|Rail Bazaar|Chehlyak|Basti Malook|Kahna|Sabzi Mandi|Tarnol|Ghazi Abad|Pirabad|SITE-A|Darakhshan|Mominabad|Sachal".split(
    "|"
)
PARTIES = "PTI|PML-N|PPP|Pakistan Peoples Party|Pakistan Muslim League-Nawaz|Jamaat-e-Islami|JUI-F|ANP|MQM-P|BNP|Awami League|BJP|Congress".split(
    "|"
)

JOBS = """brick kiln worker|farmer|labourer|daily-wage labourer|rickshaw driver|truck driver|schoolteacher|tailor|shopkeeper|domestic worker|maid|cook|security guard|mason|carpenter|fisherman|landlord|nurse|lady health worker|barber|electrician|mechanic|student|
housewife|widow|beggar|singer|dancer|stage actor|cleric|prayer leader|peon|clerk|bus conductor|vendor|cobbler|shepherd|sanitary worker|waiter|welder|plumber|beautician|factory worker|carpet weaver|camel jockey|fruit seller|matric student|class-VIII student|Grade 5 student|madrassa student""".replace(
    "\n", ""
).split("|")
RANKS = """SHO|Station House Officer|Inspector|Sub-Inspector|ASI|Assistant Sub-Inspector|DSP|Deputy Superintendent of Police|SP|SP Investigation|SSP|DPO|District Police Officer|RPO|DIG|IGP|Inspector General of Police|Additional IG|Head Constable|Constable|Lady Constable|CPO|CCPO|investigating officer|Investigation Officer|ASP|
FIA Director|FIA Deputy Director|Assistant Director|duty officer|police spokesman|police spokesperson|Superintendent of Police""".replace(
    "\n", ""
).split("|")
OFFICES = """Interior Minister|Chief Minister|Prime Minister|President|Human Rights Minister|Law Minister|Federal Minister|Senator|MPA|MNA|Deputy Commissioner|Assistant Commissioner|Commissioner|Secretary|Foreign Office spokesperson|Additional Secretary|Advocate General|Prosecutor General|Deputy Prosecutor|Chairperson|chairman|Director General|Home Secretary|Attorney General|Ambassador|Consul General|Special Assistant""".split(
    "|"
)
BENCH = "Justice|Chief Justice|Judge|Additional Sessions Judge|Additional District and Sessions Judge|Civil Judge|Judicial Magistrate|Magistrate|Special Judge|Senior Civil Judge|Mr Justice|Ms Justice".split(
    "|"
)
LAWYERS = "Advocate|Barrister|defence counsel|lawyer|counsel|Deputy Prosecutor General|Public Prosecutor|special prosecutor|human rights lawyer|Advocate Supreme Court".split(
    "|"
)
ACTIVISTS = "activist|rights activist|executive director|programme manager|coordinator|researcher|Professor|psychologist|child rights activist|social worker|spokesperson|regional head|founder|country director|programme officer".split(
    "|"
)
CASTES = "Kohli|Bheel|Meghwar|Baloch|Pashtun|Saraiki|Hazara|Brahui|Dalit|Jat|Rajput|Arain|Gujjar|Kolhi|Rohingya|Bengali|Punjabi|Sindhi|Mohana|Changar|Musahar|Tharu|Santhal".split(
    "|"
)
FAITHS = "Christian|Hindu|Ahmadi|Shia|Sikh|Muslim|Sunni|Buddhist|Ismaili".split("|")
NATIONS = "Pakistani|Afghan|Bangladeshi|Indian|Iranian|Nepali|Nepalese|Chinese|Burmese|Uzbek|Turkish|Greek|Filipino|Sri Lankan|Nigerian|Syrian|Iraqi|Libyan|Thai|Tajik".split(
    "|"
)
MONTHS = "January February March April May June July August September October November December Jan Feb Aug Sept Oct Nov Dec".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
